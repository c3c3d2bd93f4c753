// The APIs, their stages and routes.
import { byId, h, copyButton } from './dom.js';
import { curl } from './format.js';
import { filterTo } from './list.js';

const every = 3000;
let known = [];
let last = '';
const listeners = new Set();

export const all = () => known;
export const onChange = (listener) => listeners.add(listener);

/** A route that can be asked right away. */
export function example() {
  for (const api of known) for (const stage of api.stages) for (const route of stage.routes) return { method: methodOf(route), url: stage.url + sample(route.path) };
  return null;
}

export function start() {
  render();
  load();
}

async function load() {
  try {
    const response = document.hidden ? null : await fetch('api/apis');
    const text = response?.ok ? await response.text() : last;
    if (text !== last) {
      last = text;
      known = JSON.parse(text);
      render();
      for (const listener of listeners) listener();
    }
  } catch {
    // The gateway is away; the live stream says so.
  }
  setTimeout(load, every);
}

const methodOf = (route) => (!route.method || route.method === 'ANY' ? 'GET' : route.method);
const sample = (path) => (path.startsWith('/') ? path.replaceAll(/\{([^}+]+)\+?\}/g, '$1') : '/');

function render() {
  byId('api-count').textContent = known.length > 0 ? String(known.length) : '';
  byId('apis').replaceChildren(...(known.length > 0 ? known.map(card) : [nothing()]));
}

function card(api) {
  return h('article', { class: 'card', 'aria-label': api.name },
    h('header', {}, h('h2', {}, api.name), h('span', { class: 'badge' }, api.protocol), h('span', { class: 'quiet' }, `${api.id} · ${api.region} · ${api.accountId}`)),
    api.stages.length > 0 ? api.stages.map((stage) => stageOf(api, stage)) : h('p', { class: 'quiet' }, 'Nothing is deployed: create a deployment with a stage, and its routes answer.'));
}

function stageOf(api, stage) {
  return h('section', { 'aria-label': `Stage ${stage.name}` },
    h('div', { class: 'stage' }, h('h3', {}, stage.name), h('code', { class: 'url' }, stage.url), copyButton(stage.url, 'URL')),
    stage.isBehind && h('p', { class: 'note' }, 'The API was changed since: the stage serves what was deployed before. Deploy again to serve the change.'),
    stage.routes.length === 0 ? h('p', { class: 'quiet' }, 'No routes.') : h('div', { class: 'scroll' }, h('table', { class: 'routes' },
      h('thead', {}, h('tr', {}, ['Method', 'Path', 'Target', 'Auth', ''].map((name) => h('th', { scope: 'col' }, name || h('span', { class: 'unseen' }, 'Actions'))))),
      h('tbody', {}, stage.routes.map((route) => routeOf(api, stage, route))))));
}

function routeOf(api, stage, route) {
  const method = methodOf(route);
  const command = () => curl(method, stage.url + sample(route.path), method === 'GET' || method === 'DELETE' ? [] : [{ name: 'Content-Type', value: 'application/json' }], method === 'GET' || method === 'DELETE' ? '' : '{}');
  return h('tr', {},
    h('td', { class: 'method' }, route.method ?? ''),
    h('td', { class: 'path' }, route.path),
    h('td', { title: route.uri }, route.target),
    h('td', {}, [route.auth, route.apiKey && 'API key'].filter(Boolean).join(', ') || h('span', { class: 'quiet' }, 'none')),
    h('td', { class: 'actions' },
      copyButton(command, 'curl command', 'curl'),
      h('button', { type: 'button', class: 'ghost', 'aria-label': `Requests of ${route.method ?? ''} ${route.path}`, onclick: () => filterTo(api.id, route.method ? `${route.method} ${route.path}` : route.path) }, 'Requests')));
}

function nothing() {
  return h('div', { class: 'empty' }, h('h2', {}, 'No APIs yet'),
    h('p', {}, 'Whatever configures API Gateway configures this gateway, when its endpoint is this address: the AWS CLI, an SDK, Terraform, or the DirectRoute operator.'),
    h('pre', { class: 'command', tabindex: 0 }, `aws --endpoint-url ${location.origin} apigateway create-rest-api --name hello`));
}
