// The KPI view's document: a port to the host page on one side, the view on the other.

import {announcer} from './announcer.js';
import {callHost} from './channel.js';
import {START_THEMES, applyTheme} from './colour.js';
import {kpiView} from './view.js';

const LATEST_PAINT = 250;
const TICK = 15000;

const config = JSON.parse(document.getElementById('config')?.textContent ?? '{}');
const now = () => performance.now();
const view = kpiView(/** @type {HTMLElement} */ (document.getElementById('view')), {
  words: config.words, locale: config.locale, now, act: (name) => send({type: 'action', name})});
const live = /** @type {HTMLElement} */ (document.getElementById('live'));
const announce = announcer({
  now, say: (text) => { live.textContent = text; }, later: (action, ms) => setTimeout(action, ms)});
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
let ready = false;
let visible = true;
let reportPlanned = false;

applyTheme(document.documentElement, dark ? START_THEMES.dark : START_THEMES.light);
const send = callHost(config.hostOrigin, receive);

document.addEventListener('securitypolicyviolation', (event) =>
  send({type: 'violation', directive: event.effectiveDirective}));

/** @param {any} event */
function receive(event) {
  if (event.type === 'theme') {
    applyTheme(document.documentElement, event);
    afterPaint(() => send({type: 'painted'}));
  } else if (event.type === 'visibility') {
    visible = event.visible !== false;
    view.tick();
  } else if (event.type === 'snapshot') {
    if (view.show(event)) shown();
    else send({type: 'rejected', counts: {snapshot: 1}});
  }
}

function shown() {
  announce.hear(statuses());
  if (reportPlanned) return;
  reportPlanned = true;
  afterPaint(() => {
    reportPlanned = false;
    send({type: 'painted'});
    send(view.readBack());
    if (ready || !view.hasFigures()) return;
    ready = true;
    send({type: 'ready'});
  });
}

function statuses() {
  const {formats, say} = view.tongue();
  const {kpis, state, notices} = /** @type {any} */ (view.model());
  return [
    {id: ' state', status: state.kind + state.sentence, sentence: state.sentence},
    ...notices.map((/** @type {any} */ notice) => ({
      id: ` notice ${notice.id}`, status: '', sentence: `${notice.sentence} ${notice.nextStep}`.trim(),
      news: true})),
    ...kpis.map((/** @type {any} */ kpi) => ({
      id: kpi.id,
      status: kpi.status,
      sentence: kpi.kind !== 'number' || kpi.status === 'neutral' ? '' : say('announce', {
        title: kpi.title, value: formats.spoken(kpi.value, kpi.unit),
        status: say(`status.${kpi.status}`)}),
    })),
  ];
}

/** A hidden document gets no animation frames, so there is a latest time. @param {() => void} action */
function afterPaint(action) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    action();
  };
  requestAnimationFrame(() => setTimeout(once, 0));
  setTimeout(once, LATEST_PAINT);
}

setInterval(() => { if (visible) view.tick(); }, TICK);
