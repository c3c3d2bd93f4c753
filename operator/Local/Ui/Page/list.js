// The list of requests, the newest first, and its filter.
import { byId, h } from './dom.js';
import { milliseconds, time, curl } from './format.js';
import { onChange, requests } from './live.js';
import * as apis from './apis.js';

const rows = new Map();
let selected = null;
let clearedTo = 0;

export function start() {
  for (const id of ['filter-text', 'filter-api', 'filter-status']) byId(id).addEventListener('input', render);
  document.querySelector('.filters').addEventListener('submit', (event) => event.preventDefault());
  byId('clear').addEventListener('click', () => {
    clearedTo = Math.max(0, ...requests.keys());
    render();
  });
  byId('list').addEventListener('keydown', move);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input, textarea, select') || byId('requests').hidden) return;
    event.preventDefault();
    byId('filter-text').focus();
  });
  onChange(render);
  apis.onChange(render);
  render();
}

export function select(sequence) {
  selected = sequence;
  for (const [key, row] of rows) mark(key, row);
}

/** Shows the requests of one route. */
export function filterTo(apiId, text) {
  apiOptions();
  byId('filter-api').value = apiId;
  byId('filter-text').value = text;
  byId('filter-status').value = '';
  location.hash = '#/requests';
  render();
}

function mark(key, row) {
  if (key === selected) row.firstChild.setAttribute('aria-current', 'true');
  else row.firstChild.removeAttribute('aria-current');
}

function passes(request) {
  if (request.sequence <= clearedTo) return false;
  const api = byId('filter-api').value;
  const status = byId('filter-status').value;
  const text = byId('filter-text').value.trim().toLowerCase();
  if (api && request.apiId !== api) return false;
  if (status === 'stopped' ? !request.stoppedAt : status && !String(request.status).startsWith(status)) return false;
  return !text || `${request.method} ${request.path} ${request.routeKey ?? ''} ${request.requestId} ${request.status}`.toLowerCase().includes(text);
}

function render() {
  apiOptions();
  for (const key of rows.keys()) if (!requests.has(key)) rows.delete(key);
  const shown = [...requests.values()].filter(passes).reverse();
  const list = byId('list');
  const wanted = shown.map((request) => {
    if (!rows.has(request.sequence)) rows.set(request.sequence, row(request));
    const element = rows.get(request.sequence);
    mark(request.sequence, element);
    return element;
  });
  place(list, wanted);
  byId('request-count').textContent = requests.size > 0 ? String(requests.size) : '';
  const empty = byId('list-empty');
  empty.hidden = shown.length > 0;
  if (shown.length === 0) empty.replaceChildren(...nothing());
}

// Rows that stay are not touched: the focus and what is scrolled to stay too.
function place(list, wanted) {
  const keep = new Set(wanted);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
}

function apiOptions() {
  const names = new Map(apis.all().map((api) => [api.id, api.name]));
  for (const request of requests.values()) if (!names.has(request.apiId)) names.set(request.apiId, request.apiName ?? `${request.apiId || '(none)'}`);
  const key = JSON.stringify([...names]);
  const select = byId('filter-api');
  if (select.dataset.key === key) return;
  const chosen = select.value;
  select.dataset.key = key;
  select.replaceChildren(h('option', { value: '' }, 'All APIs'), ...[...names].map(([id, name]) => h('option', { value: id }, name === id ? id : `${name} (${id})`)));
  select.value = names.has(chosen) ? chosen : '';
}

function row(request) {
  return h('li', {}, h('a', { href: `#/requests/${request.sequence}` },
    h('span', { class: `status s${String(request.status)[0]}` }, request.status),
    h('span', { class: 'what' }, h('span', { class: 'method' }, request.method), ' ', h('span', { class: 'path' }, request.path)),
    h('span', { class: 'took' }, milliseconds(request.milliseconds)),
    h('span', { class: 'where' }, `${request.apiName ?? request.apiId} · ${request.stage}${request.routeKey ? '' : ' · no route'}`),
    h('span', { class: 'when' }, time(request.receivedAt))));
}

function move(event) {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const from = event.target.closest('li');
  if (!step || !from || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const next = step > 0 ? from.nextElementSibling : from.previousElementSibling;
  next?.firstChild.focus();
  if (next) history.replaceState(null, '', next.firstChild.href);
  if (next) dispatchEvent(new HashChangeEvent('hashchange'));
}

function nothing() {
  if (requests.size > clearedTo && [...requests.keys()].some((key) => key > clearedTo)) return [h('h2', {}, 'Nothing fits the filter'), h('p', {}, 'There are requests; choose another API or status, or empty the search field.')];
  const example = apis.example();
  return [
    h('h2', {}, 'No requests yet'),
    h('p', {}, example ? 'Send one, and it appears here with every step of its way:' : 'Requests to deployed APIs appear here, with every step of their way. There is no deployed API yet: make one with any client of API Gateway.'),
    h('pre', { class: 'command', tabindex: 0 }, example
      ? curl(example.method, example.url, example.method === 'GET' ? [] : [{ name: 'Content-Type', value: 'application/json' }], example.method === 'GET' ? '' : '{}')
      : `aws --endpoint-url ${location.origin} apigateway create-rest-api --name hello`),
  ];
}
