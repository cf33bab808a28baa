// The KPI view's document: a port to the host page on one side, the view on the other.

import {announcer} from './announcer.js';
import {callHost} from './channel.js';
import {applyTheme} from './theme.js';
import {kpiView} from './view.js';

const LATEST_PAINT = 250;
const TICK = 15000;

export function kpiPage() {
  const page = document.documentElement;
  /** @param {string} id */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const view = kpiView(byId('view'), () => send({type: 'action', name: 'refresh'}),
    announcer((text) => { byId('live').textContent = text; }));
  let words = {};

  /** @type {Record<string, (body: any) => void>} */
  const hear = {
    // @ts-ignore nothing else has a name here
    __proto__: null,
    ping: (body) => send(body),
    words: (body) => { words = {neutral: '', ...body.words}; },
    theme(body) {
      applyTheme(page, body);
      afterPaint(() => send({type: 'painted'}));
    },
    snapshot(body) {
      // twice within a picture does no harm: the host page passes on the newest
      if (view.show(body, words)) afterPaint(() => send(view.readBack()));
      else send({type: 'rejected', counts: {snapshot: 1}});
    },
  };
  const send = callHost(/** @type {string} */ (page.getAttribute('data-host')), (body) =>
    hear[body?.type]?.(body));

  document.addEventListener('securitypolicyviolation', ({effectiveDirective}) =>
    send({type: 'violation', directive: effectiveDirective}));
  setInterval(view.tick, TICK);
}

/**
 * A hidden document gets no animation frames, so there is a latest time.
 *
 * @param {(() => void) | null} action
 */
function afterPaint(action) {
  const once = () => {
    action?.();
    action = null;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LATEST_PAINT);
}
