// The host page: between Java (an event stream and posts) and the frames. What it shows comes from
// frames; of secrets it passes on the one that the platform's frame is to have by message.

import {kpiLine} from './kpi-line.js';
import {messageFilter} from './message-filter.js';
import {platformShell} from './platform-shell.js';
import {rejections} from './rejections.js';
import {reports} from './reports.js';
import {applyTheme} from './theme.js';

const LONGEST_RETRY = 30000;
const MOST_VIOLATIONS = 20;
const MOST_SILENCES = 3;
const FROM_KPI = new Set(['shown', 'action', 'rejected', 'violation']);

const config = JSON.parse(document.getElementById('config')?.textContent ?? '{}');
const kpi = /** @type {HTMLIFrameElement | null} */ (document.getElementById('kpi'));
const now = () => performance.now();
/** @param {() => void} action @param {number} ms */
const later = (action, ms) => void setTimeout(action, ms);
const report = config.dataSource ? reports(
  (json) => fetch('/api/page', {
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: json}),
  later) : {event() {}, state() {}};
const refused = rejections({report: report.event, later});
const strangers = messageFilter({
  origin: '', source: () => null, now, rejections: refused, messages: {}});
const line = kpiLine({source: () => kpi && kpi.contentWindow, now, later, rejections: refused,
  receive: fromKpi, opened: () => kpiHasLine(true), closed: kpiClosed, silent: kpiSilent,
  quarantine: () => { kpi?.remove(); kpiClosed(); }});
let entries = 0;
let kpiSpoke = false;
let silences = 0;
let language = '';
const platform = config.platformOrigins ? platformShell({
  origins: config.platformOrigins,
  fallbackHeight: config.fallbackHeight,
  limits: {least: config.leastHeight, greatest: config.greatestHeight},
  messages: config.messages,
  rejections: refused,
  now,
  later,
  report: report.event,
  heard: () => { if (history.length !== entries) reportFrames(); },
  changed: reportFrames,
}) : null;

function reportFrames() {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => ({
    id: frame.id,
    sandbox: frame.getAttribute('sandbox'),
    ...(platform?.about(frame) ?? {origin: kpiSpoke ? 'null' : '', src: frame.src}),
  }));
  // of the page with all its frames: a refreshed token must not add to it
  entries = history.length;
  report.state({type: 'frames', frames, history: entries});
}

/** @param {boolean} now */
function kpiHasLine(now) {
  if (kpiSpoke === now) return;
  kpiSpoke = now;
  reportFrames();
}

function kpiClosed() {
  report.event({type: 'blank'});
  kpiHasLine(false);
}

/** Its process is gone, or it stands still: another document, unless that did not help. */
function kpiSilent() {
  report.event({type: 'trouble', code: 'frame-silent'});
  kpiClosed();
  if (!kpi) return;
  if (++silences > MOST_SILENCES) kpi.remove();
  else kpi.src = `${kpi.src}`;
}

/** @param {any} body */
function fromKpi(body) {
  if (!body) return;
  if (body.type === 'painted' || body.type === 'shown') kpi?.classList.add('painted');
  if (!FROM_KPI.has(body.type)) return;
  if (body.type === 'shown') report.state(body);
  else if (body.type === 'violation') violation(String(body.directive));
  else report.event(body);
}

let violations = 0;

/** @param {string} directive */
function violation(directive) {
  if (++violations <= MOST_VIOLATIONS) {
    report.event({type: 'violation', directive: directive.slice(0, 64)});
  }
}

kpi?.addEventListener('load', line.loaded);

window.addEventListener('message', (event) => {
  if (!line.take(event) && !platform?.take(event)) strangers.check(event);
});

document.addEventListener('securitypolicyviolation', (event) =>
  violation(event.effectiveDirective));

/** The KPI view gets the words of a snapshot's language before it. @param {unknown} locale */
function speak(locale) {
  const wanted = String(locale).split('-')[0];
  const known = Object.hasOwn(config.words, wanted) ? wanted : 'en';
  if (known !== language) line.send({type: 'words', words: config.words[known]});
  language = known;
}

/** @param {any} event */
function fromJava(event) {
  if (event.type === 'snapshot' && config.words) speak(event.locale);
  if (event.type === 'theme') applyTheme(document.documentElement, event);
  // nothing about the platform is for the KPI view, least of all a token
  if (event.type === 'platform') platform?.show(event);
  else if (event.type === 'token') platform?.token(event.token);
  else line.send(event);
}

let retry = 1000;

function listen() {
  const stream = new EventSource('/api/events');
  stream.onopen = () => { retry = 1000; };
  stream.onmessage = ({data}) => {
    let event;
    try {
      event = JSON.parse(data);
    } catch {
      return;
    }
    if (event !== null && typeof event === 'object') fromJava(event);
  };
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(listen, retry);
    retry = Math.min(LONGEST_RETRY, retry * 2);
  };
}

if (config.dataSource) {
  listen();
  report.event({type: 'hello'});
  reportFrames();
}
// a page without events shows one address; its shell signs in by itself
if (config.shell) platform?.show({src: config.shell});
