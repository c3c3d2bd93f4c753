// Turns values into what people read.

export function milliseconds(value) {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(value >= 10 ? 1 : 2)} ms`;
}

export function bytes(count) {
  if (count < 1024) return count === 1 ? '1 byte' : `${count} bytes`;
  return count < 1024 * 1024 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}

export const time = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });

/** JSON with a line a member; null when the text is no JSON. */
export function prettyJson(text) {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return indent(text);
  } catch {
    return null;
  }
}

// The text itself is indented, token by token: numbers keep all their digits, and names that come twice both stay.
function indent(text) {
  JSON.parse(text);
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g) ?? [];
  let depth = 0;
  let out = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  tokens.forEach((token, at) => {
    if (token === '{' || token === '[') {
      out += token;
      depth++;
      if (tokens[at + 1] !== '}' && tokens[at + 1] !== ']') out += line();
    } else if (token === '}' || token === ']') {
      depth--;
      if (tokens[at - 1] !== '{' && tokens[at - 1] !== '[') out += line();
      out += token;
    } else if (token === ',') out += token + line();
    else out += token === ':' ? ': ' : token;
  });
  return out;
}

const shell = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** A command that sends a request; what is secret is left for the reader to fill in. */
export function curl(method, url, headers, body) {
  const parts = ['curl', '-g'];
  if (method !== 'GET') parts.push('-X', shell(method));
  parts.push(shell(url));
  for (const header of headers) parts.push('-H', shell(`${header.name}: ${header.isSecret ? '...' : header.value}`));
  if (body) parts.push('--data-raw', shell(body));
  return parts.join(' ');
}
