// Makes elements. Texts become text nodes and nothing else, whoever wrote them: no markup is ever read from data.

export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

export const byId = (id) => document.getElementById(id);

let fading;

/** Says something for a moment. */
export function toast(text) {
  const place = byId('toast');
  place.textContent = text;
  place.classList.add('shown');
  clearTimeout(fading);
  fading = setTimeout(() => place.classList.remove('shown'), 1800);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    toast(`This browser does not let the page copy: ${what}`);
  }
}

export const copyButton = (text, what, label = 'Copy') =>
  h('button', { type: 'button', class: 'ghost', 'aria-label': `Copy ${what}`, onclick: () => copy(typeof text === 'function' ? text() : text, what[0].toUpperCase() + what.slice(1)) }, label);
