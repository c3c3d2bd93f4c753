// A template and a message, rendered as one types.
import { byId, h, copyButton } from './dom.js';
import { bytes, milliseconds, prettyJson } from './format.js';
import { code } from './code.js';

const storage = 'directroute.playground';
const patience = 250;
const trees = [
  ['headers', 'Headers'], ['query', 'Query string'], ['pathParameters', 'Path variables'], ['stageVariables', 'Stage variables'], ['context', '$context'],
];
const first = {
  template: '#set($body = $input.path(\'$\'))\nAction=SendMessage&MessageBody=$util.urlEncode($body.message)\n',
  method: 'POST', path: '/send-message', body: '{\n  "message": "hello"\n}',
  headers: '{\n  "Content-Type": "application/json"\n}', query: '{}', pathParameters: '{}', stageVariables: '{}', context: '{\n  "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"\n}',
};
const fields = {};
let asked = null;
let typing;
let markedLine = null;

export function start() {
  const state = { ...first, ...restored() };
  fields.template = h('textarea', { id: 'pg-template', 'aria-label': 'Template', spellcheck: 'false', autocapitalize: 'off', wrap: 'off', value: state.template });
  fields.method = h('select', { 'aria-label': 'Method' }, ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((name) => h('option', {}, name)));
  fields.method.value = state.method;
  fields.path = h('input', { type: 'text', 'aria-label': 'Path', spellcheck: 'false', value: state.path });
  fields.body = h('textarea', { 'aria-label': 'Body', rows: 7, spellcheck: 'false', value: state.body });
  for (const [name, label] of trees) fields[name] = h('textarea', { 'aria-label': `${label}, as JSON`, rows: 3, spellcheck: 'false', value: state[name] });
  byId('playground').replaceChildren(
    h('div', { class: 'editors' },
      h('div', { class: 'box grow' }, h('div', { class: 'box-title' }, h('h2', {}, 'Template'), h('button', { type: 'button', class: 'ghost', onclick: reset }, 'Start over')),
        h('div', { class: 'editor' }, h('div', { class: 'gutter', 'aria-hidden': 'true' }), fields.template)),
      h('div', { class: 'box' }, h('div', { class: 'box-title' }, h('h2', {}, 'Sample request')),
        h('div', { class: 'line-fields' }, fields.method, fields.path),
        h('label', { class: 'field' }, h('span', {}, 'Body'), fields.body),
        trees.map(([name, label]) => h('details', { class: 'field' }, h('summary', {}, label), fields[name], h('p', { class: 'wrong', id: `wrong-${name}` }))))),
    h('div', { class: 'box result' }, h('div', { class: 'box-title' }, h('h2', {}, 'Result'), h('span', { class: 'quiet', id: 'pg-took', role: 'status' })), h('div', { id: 'pg-result' })));
  for (const field of Object.values(fields)) field.addEventListener('input', later);
  fields.template.addEventListener('scroll', () => (gutter().scrollTop = fields.template.scrollTop));
  fields.template.addEventListener('input', () => numbers(null));
  numbers(null);
}

export function show() {
  if (asked === null) run();
}

/** Takes over a template and the message that it read. */
export function open(sample) {
  for (const name of ['template', 'method', 'path']) fields[name].value = sample[name];
  if (fields.method.value === '') fields.method.value = 'POST';
  fields.body.value = prettyJson(sample.body) ?? sample.body;
  for (const [name] of trees) fields[name].value = JSON.stringify(sample[name], null, 2);
  fields.template.scrollTop = 0;
  numbers(null);
  location.hash = '#/playground';
  run();
}

function reset() {
  for (const [name, value] of Object.entries(first)) fields[name].value = value;
  numbers(null);
  run();
}

function restored() {
  try {
    const state = JSON.parse(sessionStorage.getItem(storage) ?? '{}');
    return Object.fromEntries(Object.entries(state).filter(([name, value]) => Object.hasOwn(first, name) && typeof value === 'string'));
  } catch {
    return {};
  }
}

function later() {
  clearTimeout(typing);
  typing = setTimeout(run, patience);
}

const gutter = () => document.querySelector('.gutter');

function numbers(marked) {
  markedLine = marked;
  const count = fields.template.value.split('\n').length;
  gutter().replaceChildren(...Array.from({ length: count }, (_, at) => h('span', { class: at + 1 === markedLine ? 'marked' : null }, at + 1)));
  gutter().scrollTop = fields.template.scrollTop;
}

function question() {
  const wrong = [];
  const asking = { template: fields.template.value, method: fields.method.value, path: fields.path.value, body: fields.body.value };
  for (const [name, label] of trees) {
    const problem = read(name, asking);
    byId(`wrong-${name}`).textContent = problem ?? '';
    fields[name].setAttribute('aria-invalid', String(Boolean(problem)));
    if (problem) wrong.push(`${label}: ${problem}`);
  }
  return { asking, wrong };
}

function read(name, asking) {
  try {
    const value = JSON.parse(fields[name].value.trim() || '{}');
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'write an object, such as {"name": "value"}';
    const other = name === 'context' ? undefined : Object.entries(value).find(([, each]) => typeof each !== 'string');
    if (other) return `the value of "${other[0]}" must be a text in quotes`;
    asking[name] = value;
    return null;
  } catch (error) {
    return error.message;
  }
}

async function run() {
  clearTimeout(typing);
  sessionStorage.setItem(storage, JSON.stringify(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))));
  const { asking, wrong } = question();
  asked?.abort();
  const mine = (asked = new AbortController());
  if (wrong.length > 0) return result(h('div', { class: 'fault' }, h('p', { class: 'why' }, 'The sample request cannot be read.'), wrong.map((text) => h('p', {}, text))));
  try {
    const response = await fetch('api/render', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(asking), signal: mine.signal });
    if (!response.ok) return result(h('div', { class: 'fault' }, h('p', { class: 'why' }, await response.text())));
    const answer = await response.json();
    if (asked === mine) rendered(answer);
  } catch (error) {
    if (error.name !== 'AbortError') result(h('div', { class: 'fault' }, h('p', { class: 'why' }, 'The gateway does not answer.')));
  }
}

function rendered(answer) {
  byId('pg-took').textContent = answer.error ? 'Failed' : `Rendered in ${milliseconds(answer.milliseconds)}`;
  numbers(answer.error && !answer.isPayloadError ? answer.error.line : null);
  const pretty = answer.output ? prettyJson(answer.output) : null;
  result(
    answer.error && h('div', { class: 'fault', role: 'note', 'aria-label': 'Error' }, h('p', { class: 'why' }, answer.error.message), place(answer.error), answer.isPayloadError && h('p', {}, 'The body is at fault, not the template: the client would get a 400.')),
    answer.output === '' && h('p', { class: 'quiet' }, 'The template prints nothing.'),
    answer.output && code(answer.output, pretty ? 'json' : null, { label: 'Rendered result' }),
    answer.cutFrom && h('p', { class: 'note' }, `The first ${bytes(answer.output.length)} of ${bytes(answer.cutFrom)}.`),
    answer.overrides.length > 0 && [h('h3', {}, 'Overrides'), h('ul', { class: 'overrides' }, answer.overrides.map((line) => h('li', {}, h('code', {}, line))))],
    answer.warnings.length > 0 && [h('h3', {}, `Warnings (${answer.warnings.length})`), h('ul', { class: 'warnings', 'aria-label': 'Warnings' }, answer.warnings.map((warning) => h('li', {}, place(warning), ' ', warning.message)))],
    pretty && pretty !== answer.output.trim() && h('details', { class: 'raw' }, h('summary', {}, 'Indented'), code(pretty, 'json', { label: 'Rendered result, indented' })));
}

function place(remark) {
  return h('button', { type: 'button', class: 'ghost place', onclick: () => jump(remark) }, `Line ${remark.line}, column ${remark.column}`);
}

function jump({ line, column }) {
  const lines = fields.template.value.split('\n');
  const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  fields.template.focus();
  fields.template.setSelectionRange(at, Math.min(at + 1, fields.template.value.length));
}

function result(...children) {
  const place = h('div', {}, children);
  byId('pg-result').replaceChildren(place);
}
