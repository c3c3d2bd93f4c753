// One request, step by step.
import { byId, h, copy, copyButton, toast } from './dom.js';
import { bytes, curl, milliseconds } from './format.js';
import { body, code, table } from './code.js';
import { onChange, requests } from './live.js';
import { open } from './playground.js';

const order = ['Gates', 'RequestMapping', 'Role', 'Backend', 'ResponseMapping'];
let shown = null;
let failed = false;

onChange(() => {
  // After a reload the address names a request before the list is there; and a lost gateway may be back.
  if (failed && requests.has(shown)) show(shown, true);
  else if (shown === null) render(nothing());
});

export async function show(sequence, again = false) {
  if (sequence === shown && !again) return;
  shown = sequence;
  failed = false;
  if (sequence === null) return render(nothing());
  try {
    const response = await fetch(`api/exchanges/${sequence}`);
    if (shown !== sequence) return;
    if (!response.ok) {
      failed = true;
      return render(back(), h('div', { class: 'empty' }, h('h2', {}, 'This request is no longer kept'), h('p', {}, 'The gateway keeps the last 500 requests since its start. Send it once more to look at it.')));
    }
    render(...page(await response.json(), sequence));
  } catch {
    failed = true;
    render(back(), h('div', { class: 'empty' }, h('h2', {}, 'The gateway does not answer'), h('p', {}, 'It may have been stopped. The page shows the request when the gateway is back.')));
  }
}

function render(...children) {
  byId('detail').replaceChildren(...children);
  byId('detail').scrollTop = 0;
}

const nothing = () => requests.size === 0
  ? h('div', { class: 'empty' })
  : h('div', { class: 'empty' }, h('h2', {}, 'Choose a request'), h('p', {}, 'Its way through the gateway is shown here. In the list, the arrow keys go from one to the next.'));

const back = () => h('a', { class: 'back', href: '#/requests' }, '← All requests');

function page(detail, sequence) {
  const { summary, request } = detail;
  return [back(), h('header', { class: 'opened' },
    h('h2', {}, h('span', { class: `status s${String(summary.status)[0]}` }, summary.status), ' ', h('span', { class: 'method' }, summary.method), ' ', h('span', { class: 'path' }, summary.path)),
    h('p', { class: 'quiet' }, `${summary.apiName ?? summary.apiId} · ${summary.stage} · ${new Date(summary.receivedAt).toLocaleString([], { hour12: false })} · `, h('span', { class: 'id' }, summary.requestId)),
    latency(summary),
    h('div', { class: 'actions' },
      h('button', { type: 'button', onclick: () => copy(command(summary, request), 'curl command') }, 'Copy as curl'),
      summary.routeKey && h('button', { type: 'button', onclick: () => copyTest(sequence) }, 'Copy as test'),
      detail.requestMapping?.template && h('button', { type: 'button', onclick: () => open(sample(detail.requestMapping.template, request, request.body)) }, 'Open in playground'))),
  detail.fault && fault(detail.fault, summary), h('ol', { class: 'steps' }, steps(detail))].filter(Boolean);
}

function latency({ milliseconds: all, backendMilliseconds: backend }) {
  const share = all > 0 ? Math.min(1, backend / all) : 0;
  const bar = h('meter', { min: 0, max: 1, value: 0, 'aria-label': 'Share of the time that the backend took' });
  bar.value = share;
  return h('p', { class: 'latency' }, h('strong', {}, milliseconds(all)), bar, h('span', { class: 'quiet' }, backend > 0 ? `backend ${milliseconds(backend)}, gateway ${milliseconds(Math.max(0, all - backend))}` : 'no backend was called'));
}

function fault(fault, summary) {
  const words = { Gates: 'before the request was mapped', RequestMapping: 'while it mapped the request', Role: 'because of the integration’s role', Backend: 'when it called the backend', ResponseMapping: 'while it mapped the answer' };
  return h('div', { class: 'fault', role: 'note', 'aria-label': 'Why API Gateway answered by itself' },
    h('p', { class: 'why' }, fault.detail),
    h('p', {}, `API Gateway answered by itself, ${words[summary.stoppedAt]}. The client read “${fault.message}”. `, h('code', {}, fault.responseType), ' is the gateway response that would change this answer. '),
    h('button', { type: 'button', class: 'ghost', onclick: () => document.querySelector('.step.stopped')?.scrollIntoView({ block: 'start' }) }, 'Show the step'));
}

function steps(detail) {
  const { summary, request, requestMapping, backendRequest, role, backendResponse, responseMapping, response } = detail;
  const reached = summary.stoppedAt ? order.indexOf(summary.stoppedAt) : order.length;
  const marked = Number(/line (\d+), column/.exec(detail.fault?.detail ?? '')?.[1]) || undefined;
  const state = (name) => (summary.stoppedAt === name ? 'stopped' : order.indexOf(name) < reached ? 'passed' : 'skipped');
  const called = backendRequest && !backendRequest.isMock;
  return [
    step('Request', 'passed', `${request.headers.length} headers${request.body ? `, ${bytes(request.body.length)}` : ''}`, requestOf(request)),
    step('Gates', state('Gates'), summary.routeKey ? `Route ${summary.routeKey}` : '', summary.routeKey
      ? h('p', {}, state('Gates') === 'stopped' ? 'The route was found, but the request was not let through. ' : 'The route was found, and whatever guards it let the request through.', state('Gates') === 'stopped' && detail.fault?.detail)
      : h('p', {}, detail.fault?.detail ?? 'API Gateway answered the request, such as a preflight of CORS, before it looked for a route.'), summary.stoppedAt === 'Gates' && !detail.fault ? 'answered here' : undefined),
    step('Request mapping', state('RequestMapping'), mappingHint(requestMapping), requestMapping && mappingOf(requestMapping, summary.stoppedAt === 'RequestMapping' ? marked : undefined, 'Request template')),
    step('Backend request', backendRequest ? 'passed' : 'skipped', backendRequest ? (backendRequest.isMock ? 'None: the integration is a mock' : backendRequest.subtype ?? `${backendRequest.method} ${backendRequest.uri}`) : '', backendRequest && backendOf(backendRequest)),
    role && step('Role', role.isAllowed ? 'passed' : 'stopped', role.isAllowed ? 'Allowed' : 'Denied', [h('p', {}, role.reason), h('p', { class: 'quiet' }, role.role)], role.isAllowed ? '' : 'denied'),
    step('Backend response', backendResponse ? 'passed' : state('Backend') === 'stopped' ? 'stopped' : 'skipped', backendResponse ? `${backendResponse.status}${role?.isAllowed === false ? ', as the service would refuse the call' : called ? ` after ${milliseconds(summary.backendMilliseconds)}` : ', the mock’s'}` : '',
      backendResponse ? called && messageOf(backendResponse, 'Backend response') : detail.fault && h('p', {}, detail.fault.detail)),
    step('Response mapping', responseMapping || summary.stoppedAt === 'ResponseMapping' ? state('ResponseMapping') : 'skipped', responseMapping ? chosen(responseMapping) : '', responseMapping && mappingOf(responseMapping, summary.stoppedAt === 'ResponseMapping' ? marked : undefined, 'Response template', detail)),
    step('Response', 'passed', String(response.status), messageOf(response, 'Response')),
  ];
}

function step(name, state, hint, content, saying) {
  const said = saying ?? { passed: '', stopped: 'stopped here', skipped: 'not reached' }[state];
  const title = [h('h3', {}, name), hint && state !== 'skipped' && h('span', { class: 'hint' }, hint), said && h('span', { class: 'said' }, said)];
  if (!content || state === 'skipped') return h('li', { class: `step ${state}` }, h('div', { class: 'title' }, title));
  return h('li', { class: `step ${state}` }, h('details', { open: true }, h('summary', { class: 'title' }, title), h('div', { class: 'content' }, content)));
}

const part = (name, content, open = true) => content && h('details', { class: 'part', open }, h('summary', {}, h('h4', {}, name)), content);
const typeOf = (headers) => headers.findLast((header) => header.name.toLowerCase() === 'content-type')?.value;

function requestOf(request) {
  return [
    part('Path variables', table(request.pathParameters, 'Path variables')),
    part('Query string', table(request.query, 'Query string')),
    part(`Headers (${request.headers.length})`, table(request.headers, 'Request headers')),
    part('Body', body(request.body, typeOf(request.headers), 'Request body')),
    part('Stage variables', table(request.stageVariables, 'Stage variables')),
    part(`$context (${request.context.length})`, table(request.context, '$context'), false),
  ];
}

function mappingHint(mapping) {
  if (!mapping) return '';
  return [mapping.template ? `Template for ${mapping.template.contentType}` : 'No template', mapping.parameters.length > 0 && `${mapping.parameters.length} parameter mapping${mapping.parameters.length > 1 ? 's' : ''}`].filter(Boolean).join(', ');
}

const chosen = (mapping) => (mapping.statusCode ? `${mapping.statusCode}, ${mapping.selectionPattern ? `because ${mapping.selectionPattern} matches` : 'the default'}` : 'No response matches');

function mappingOf(mapping, marked, label, detail) {
  return [
    !mapping.template && h('p', { class: 'quiet' }, detail ? 'No template: the backend’s body is passed on as it is.'
      : `No template reads this content type${mapping.passthroughBehavior ? `, and passthroughBehavior is ${mapping.passthroughBehavior}` : ''}. The integration’s type is ${mapping.integrationType}.`),
    part('Parameters', table(mapping.parameters, `${label}: parameters`, '←')),
    mapping.template && part(`Template, ${mapping.template.contentType}`, [
      h('div', { class: 'above' }, h('button', { type: 'button', class: 'ghost', onclick: () => open(sample(mapping.template, detail?.request, detail?.backendResponse?.body)) }, 'Open in playground')),
      code(mapping.template.text, 'vtl', { label, marked })].filter((_, at) => detail || at > 0)),
  ];
}

function backendOf(request) {
  if (request.isMock) return part('What the template made', body(request.body, 'application/json', 'Rendered template'));
  return [
    h('p', { class: 'uri' }, h('span', { class: 'method' }, request.method || request.subtype), ' ', request.uri ?? '', ' ', copyButton(request.uri ?? request.subtype, 'integration URI')),
    request.role && h('p', { class: 'quiet' }, `Role ${request.role}`),
    part('Parameters', table(request.parameters, 'Parameters of the service')),
    part('Query string', table(request.query, 'Query string of the backend request')),
    part(`Headers (${request.headers.length})`, table(request.headers, 'Backend request headers')),
    !request.subtype && part('Body', body(request.body, typeOf(request.headers), 'Backend request body')),
  ];
}

const messageOf = (message, name) => [
  part(`Headers (${message.headers.length})`, table(message.headers, `${name} headers`)),
  part('Body', body(message.body, typeOf(message.headers), `${name} body`)),
];

const query = (values) => (values.length > 0 ? `?${new URLSearchParams(values.map((v) => [v.name, v.isSecret ? '...' : v.value]))}` : '');
const incidental = /^(host|connection|content-length|accept-encoding|user-agent|transfer-encoding|expect)$/i;

const command = (summary, request) => curl(
  summary.method, `${location.origin}/${summary.apiId}${summary.stage === '$default' ? '' : `/${summary.stage}`}${summary.path}${query(request.query)}`, request.headers.filter((v) => !incidental.test(v.name)), request.body?.isCut ? '' : request.body?.text);

async function copyTest(sequence) {
  const response = await fetch(`api/exchanges/${sequence}/test`);
  if (response.ok) await copy(await response.text(), 'Test');
  else toast('This request is no longer kept');
}

// What the playground begins with: the message that the template read. Secrets stay here.
function sample(template, request, message) {
  const map = (values) => Object.fromEntries((values ?? []).map((v) => [v.name, v.isSecret ? '...' : v.value]));
  const context = Object.create(null);
  for (const { name, value, isSecret } of request.context) {
    const path = name.split('.');
    let at = context;
    for (const each of path.slice(0, -1)) at = Object.hasOwn(at, each) && typeof at[each] === 'object' ? at[each] : (at[each] = Object.create(null));
    at[path.at(-1)] = isSecret ? '...' : value;
  }
  return {
    template: template.text, method: request.method, path: request.path, body: message?.text ?? '', headers: map(request.headers), query: map(request.query),
    pathParameters: map(request.pathParameters), stageVariables: map(request.stageVariables), context,
  };
}
