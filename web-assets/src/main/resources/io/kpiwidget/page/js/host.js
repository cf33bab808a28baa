// The host page: between Java (an event stream and posts) and the frames. Holds no secret of its
// own; what it shows comes from frames.

import {kpiLine} from './channel.js';
import {applyTheme} from './colour.js';
import {heightController} from './height.js';
import {messageFilter} from './message-filter.js';
import {platformAddress} from './platform-address.js';
import {reports} from './reports.js';

const REJECTED_EVERY = 1000;
const LONGEST_RETRY = 30000;
const MOST_VIOLATIONS = 20;
const FROM_KPI = new Set(['ready', 'shown', 'action', 'rejected', 'violation']);

const config = JSON.parse(document.getElementById('config')?.textContent ?? '{}');
const kpi = /** @type {HTMLIFrameElement | null} */ (document.getElementById('kpi'));
const now = () => performance.now();
const report = reports(
  (json) => fetch('/api/page', {
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: json}),
  (action, ms) => setTimeout(action, ms));
/** Origins as seen in messages, by frame id. @type {Map<string, string>} */
const seen = new Map();
const line = kpiLine({source: () => kpi && kpi.contentWindow, receive: fromKpi, opened: kpiOpened});
const platform = config.platformOrigin ? platformFrame(config.platformOrigin) : null;

/** @param {string} id @param {string} origin */
function sawFrame(id, origin) {
  if (seen.get(id) === origin) return;
  seen.set(id, origin);
  reportFrames();
}

function reportFrames() {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => ({
    id: frame.id,
    sandbox: frame.getAttribute('sandbox'),
    origin: seen.get(frame.id) || '',
    // without the fragment: it may carry a token
    src: frame.src.split('#')[0],
  }));
  report.state({type: 'frames', frames});
}

function kpiOpened() {
  sawFrame('kpi', 'null');
}

/** @param {any} body */
function fromKpi(body) {
  if (!body) return;
  if (body.type === 'painted') kpi?.classList.add('painted');
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

/** @param {string} origin */
function platformFrame(origin) {
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let countsOnTheWay = false;
  const height = heightController(
    {least: config.leastHeight, greatest: config.greatestHeight, now});
  const filter = messageFilter({
    origin, now, source: () => frame && frame.contentWindow, quarantine: remove});

  function remove() {
    if (frame) frame.remove();
    frame = null;
    seen.delete('platform');
    reportFrames();
  }

  /** @param {number | null} pixels */
  function resize(pixels) {
    if (frame && pixels !== null) frame.style.setProperty('height', `${pixels}px`);
  }

  function reportCounts() {
    if (countsOnTheWay) return;
    countsOnTheWay = true;
    setTimeout(() => {
      countsOnTheWay = false;
      const counts = filter.takeCounts();
      if (counts) report.event({type: 'rejected', counts});
    }, REJECTED_EVERY);
  }

  /** @param {Readonly<Record<string, string | number>>} message */
  function accepted(message) {
    sawFrame('platform', origin);
    if (message.type === 'widget:dimensions') {
      resize(height.offer(/** @type {number} */ (message.height)));
    }
    report.event({type: 'widget', message});
    if (message.type === 'widget:ready') report.event({type: 'ready'});
  }

  return {
    /** A new element each time: a fragment alone does not load a document. @param {unknown} src */
    show(src) {
      const address = platformAddress(src, origin, (text) => new URL(text));
      if (address === null) {
        report.event({type: 'rejected', counts: {'platform-address': 1}});
        return;
      }
      remove();
      const template = /** @type {HTMLTemplateElement} */ (
        document.getElementById('platform-frame'));
      frame = /** @type {HTMLIFrameElement} */ (
        template.content.firstElementChild?.cloneNode(true));
      height.reset();
      // at once, not after a silence: a frame that says nothing has its height, and nothing jumps
      resize(height.offer(config.fallbackHeight));
      frame.src = address;
      document.getElementById('frames')?.append(frame);
      reportFrames();
    },
    /** @param {MessageEvent} event */
    receive(event) {
      const verdict = filter.check(event);
      if (verdict.accepted) accepted(verdict.message);
      else reportCounts();
    },
  };
}

window.addEventListener('message', (event) => {
  if (line.accept(event)) return;
  if (platform) platform.receive(event);
});

document.addEventListener('securitypolicyviolation', (event) =>
  violation(event.effectiveDirective));

/** @param {any} event */
function fromJava(event) {
  if (event.type === 'theme') applyTheme(document.documentElement, event);
  if (event.type === 'platform') {
    if (platform) platform.show(event.src);
  } else {
    line.send(event);
  }
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
