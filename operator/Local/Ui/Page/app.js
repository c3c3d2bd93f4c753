// Which view is shown is in the address, so that reloading, going back and bookmarks work.
import { byId } from './dom.js';
import * as live from './live.js';
import * as apis from './apis.js';
import * as list from './list.js';
import * as detail from './detail.js';
import * as playground from './playground.js';

const views = ['requests', 'apis', 'playground'];

function route() {
  const [, view = 'requests', argument] = location.hash.split('/');
  const shown = views.includes(view) ? view : 'requests';
  for (const name of views) byId(name).hidden = name !== shown;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === shown) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = `${shown === 'apis' ? 'APIs' : shown[0].toUpperCase() + shown.slice(1)} – DirectRoute local gateway`;
  if (shown === 'requests') {
    const sequence = Number(argument) || null;
    byId('requests').classList.toggle('opened', sequence !== null);
    list.select(sequence);
    detail.show(sequence);
  }
  if (shown === 'playground') playground.show();
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
addEventListener('hashchange', route);
list.start();
playground.start();
apis.start();
route();
live.start();
