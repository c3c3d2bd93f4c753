// Shows JSON, templates and other texts with numbered lines.
import { h, copyButton } from './dom.js';
import { bytes, prettyJson } from './format.js';

const json = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
const vtl = /(##.*|#\*[^]*?\*#)|(#\{?(?:set|if|elseif|else|end|foreach|macro|define|break|stop|evaluate|include|parse)\b\}?)|(\$!?\{?[A-Za-z_][\w.]*)|("(?:[^"\\]|\\.)*"|'[^']*')/g;

function* pieces(text, kind) {
  const pattern = kind === 'json' ? json : kind === 'vtl' ? vtl : null;
  let at = 0;
  for (const match of pattern ? text.matchAll(pattern) : []) {
    if (match.index > at) yield [text.slice(at, match.index)];
    if (kind === 'json') {
      if (match[1]) {
        yield [match[1], match[2] ? 'name' : 'text'];
        if (match[2]) yield [match[2]];
      } else yield [match[0], match[3] ? 'word' : 'number'];
    } else yield [match[0], match[1] ? 'comment' : match[2] ? 'word' : match[3] ? 'name' : 'text'];
    at = match.index + match[0].length;
  }
  if (at < text.length) yield [text.slice(at)];
}

/** A block of code; kind is json, vtl or nothing. The marked line is where something is wrong. */
export function code(text, kind, { label, marked } = {}) {
  const lines = text.split('\n').map((line, index) => h('span', { class: index + 1 === marked ? 'line marked' : 'line' },
    [...pieces(line.replace(/\r$/, ''), kind)].map(([piece, style]) => (style ? h('span', { class: `t-${style}` }, piece) : piece)), '\n'));
  return h('div', { class: 'code' },
    h('div', { class: 'code-actions' }, copyButton(text, label ?? 'text')),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': label ?? 'text' }, h('code', {}, lines)));
}

/** A message's body: JSON indented, a form field by field, all else as it is. */
export function body(view, contentType, label) {
  if (!view || view.length === 0) return h('p', { class: 'quiet' }, view ? 'No body.' : 'The body was not read.');
  const cut = view.isCut && h('p', { class: 'note' }, `The first ${bytes((view.text ?? atob(view.base64)).length)} of ${bytes(view.length)}.`);
  if (view.text === undefined || view.text === null) return h('div', {}, h('p', { class: 'quiet' }, `${bytes(view.length)} that are no text, in base64:`), code(view.base64, null, { label }), cut);
  const form = /^application\/x-www-form-urlencoded/i.test(contentType ?? '') && !view.isCut && fields(view.text);
  if (form) return h('div', {}, table(form, label), h('details', { class: 'raw' }, h('summary', {}, 'As it was sent'), code(view.text, null, { label: `${label}, as it was sent` })));
  const pretty = view.isCut ? null : prettyJson(view.text);
  return h('div', {}, code(pretty ?? view.text, pretty ? 'json' : null, { label }), cut);
}

function fields(text) {
  try {
    const list = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
    return list.length > 0 ? list : null;
  } catch {
    return null;
  }
}

/** Names and values. A secret is shown when it is asked for. */
export function table(values, label, separator) {
  if (!values || values.length === 0) return null;
  return h('table', { class: values.every((v) => v.name.length <= 44) ? 'values short' : 'values', 'aria-label': label },
    h('tbody', {}, values.map((v) => h('tr', {}, h('th', { scope: 'row' }, v.name), separator && h('td', { class: 'arrow', 'aria-hidden': 'true' }, separator), h('td', {}, v.isSecret ? secret(v) : v.value)))));
}

function secret(value) {
  const hide = (button) => {
    button.textContent = '••••••••';
    button.setAttribute('aria-label', `Show the value of ${value.name}`);
    button.setAttribute('aria-pressed', 'false');
  };
  const button = h('button', { type: 'button', class: 'secret', onclick: () => {
    if (button.getAttribute('aria-pressed') === 'true') return hide(button);
    button.textContent = value.value;
    button.setAttribute('aria-label', `${value.name}: ${value.value}. Hide it`);
    button.setAttribute('aria-pressed', 'true');
  } });
  hide(button);
  return button;
}
