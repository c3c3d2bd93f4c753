// The requests that the gateway tells of, as they are answered.
import { byId } from './dom.js';

const most = 500;
export const requests = new Map();
const listeners = new Set();
let log = null;
let waiting = false;

export const onChange = (listener) => listeners.add(listener);

function changed() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    for (const listener of listeners) listener();
  }, 30);
}

function state(text, name) {
  byId('live-text').textContent = text;
  byId('live').dataset.state = name;
}

export function start() {
  const events = new EventSource('api/events');
  events.addEventListener('start', (event) => {
    const of = JSON.parse(event.data).log;
    if (log !== null && log !== of) requests.clear();
    log = of;
    state('Live', 'live');
    changed();
  });
  events.addEventListener('exchange', (event) => {
    const summary = JSON.parse(event.data);
    requests.set(summary.sequence, summary);
    while (requests.size > most) requests.delete(requests.keys().next().value);
    changed();
  });
  events.addEventListener('error', () => {
    state('The gateway does not answer', 'lost');
    // A refusal is final for the browser, and not for us: the gateway may be starting.
    if (events.readyState === EventSource.CLOSED) setTimeout(start, 2000);
  });
  addEventListener('pagehide', () => events.close());
}
