// A snapshot as the view wants it: complete, bounded and harmless, whatever came in.

/**
 * @typedef {import('./format.js').Unit} Unit
 * @typedef {'neutral' | 'onTarget' | 'nearLimit' | 'breached'} Status
 * @typedef {'number' | 'noData' | 'notPermitted' | 'notApplicable' | 'failed'} Kind
 * @typedef {{id: string, title: string, unit: Unit, kind: Kind, value: number | null,
 *   detail: string, contact: string, status: Status}} Figure
 */

const MOST_KPIS = 60;
const MOST_QUEUES = 50;
const MOST_CELLS = 8;
const MOST_TRENDS = 3;
const MOST_POINTS = 300;
const MOST_NOTICES = 3;
const LONGEST_TEXT = 240;
const LONGEST_ABOUT = 600;

const UNITS = ['count', 'duration', 'ratio'];
const KINDS = ['number', 'noData', 'notPermitted', 'notApplicable', 'failed'];
const STATUSES = ['breached', 'nearLimit', 'onTarget', 'neutral'];
const STATES = ['live', 'starting', 'signedOut', 'failed'];
const AGES = ['fresh', 'stale', 'expired'];

/** Controls, lone surrogates, and marks that would turn the text around it. */
const UNFIT = /\p{Cc}|\p{Cs}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** @param {unknown} value @param {number} longest */
function plain(value, longest = LONGEST_TEXT) {
  if (typeof value !== 'string') return '';
  // cut before cleaning, so that a text of megabytes costs nothing; the cleaning removes what the
  // cut may have split
  const short = value.slice(0, longest);
  const clean = short.replace(UNFIT, ' ').trim();
  return value.length > longest ? `${clean}\u2026` : clean;
}

/** @param {unknown} value @param {string[]} known @param {string} otherwise */
function oneOf(value, known, otherwise) {
  return typeof value === 'string' && known.includes(value) ? value : otherwise;
}

/** @param {unknown} value @returns {number | null} */
function finite(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** @param {unknown} value @param {number} most @returns {any[]} */
function list(value, most) {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** @param {unknown} value @param {number} most newest kept @returns {any[]} */
function lastOf(value, most) {
  return Array.isArray(value) ? value.slice(-most) : [];
}

/** @param {unknown} value @returns {any} */
function object(value) {
  return value !== null && typeof value === 'object' ? value : {};
}

/** @param {any} raw @param {string} id @param {boolean} expired @returns {Figure} */
function figure(raw, id, expired) {
  const value = finite(raw.value);
  const kind = /** @type {Kind} */ (oneOf(raw.kind, KINDS, 'noData'));
  const number = kind === 'number' && value !== null;
  const status = /** @type {Status} */ (oneOf(raw.status, STATUSES, 'neutral'));
  return {
    id: plain(id, 64),
    title: plain(raw.title) || plain(id),
    unit: /** @type {Unit} */ (oneOf(raw.unit, UNITS, 'count')),
    kind: kind === 'number' && !number ? 'noData' : kind,
    value: number ? value : null,
    detail: plain(raw.detail),
    contact: plain(raw.contact),
    // what was breached five minutes ago says nothing about now
    status: number && !expired ? status : 'neutral',
  };
}

/** @param {any} raw @param {boolean} expired */
function readKpi(raw, expired) {
  const shown = figure(raw, raw.id, expired);
  const number = shown.kind === 'number';
  return {
    ...shown,
    about: plain(raw.about, LONGEST_ABOUT),
    large: raw.large === true,
    target: finite(raw.target),
    delta: number && !expired ? finite(raw.delta) : null,
    history: lastOf(raw.history, MOST_POINTS).map(finite),
  };
}

/** @param {any} raw @param {boolean} expired */
function readQueue(raw, expired) {
  const status = /** @type {Status} */ (oneOf(raw.status, STATUSES, 'neutral'));
  return {
    id: plain(raw.id, 64),
    name: plain(raw.name) || plain(raw.id),
    status: expired ? 'neutral' : status,
    cells: list(raw.cells, MOST_CELLS).map(object).map((cell) => figure(cell, cell.kpi, expired)),
  };
}

/** @param {any} raw */
function readTrend(raw) {
  const series = object(raw.series);
  return {
    id: plain(raw.id, 64),
    title: plain(raw.title),
    unit: /** @type {Unit} */ (oneOf(raw.unit, UNITS, 'count')),
    times: lastOf(raw.times, MOST_POINTS).map((time) => finite(Date.parse(time))),
    own: lastOf(series.own, MOST_POINTS).map(finite),
    queue: lastOf(series.queue, MOST_POINTS).map(finite),
    target: finite(raw.target),
  };
}

/** Equal news is the same news. @param {any} raw */
function readNotice(raw) {
  const sentence = plain(raw.sentence);
  const nextStep = plain(raw.nextStep);
  return {id: sentence && `${sentence} ${nextStep}`, sentence, nextStep};
}

/** The first of each id. @template {{id: string}} T @param {T[]} items @returns {T[]} */
function distinct(items) {
  const ids = new Set();
  return items.filter((item) => item.id !== '' && !ids.has(item.id) && ids.add(item.id));
}

/** Worst first; equals stay in the order they came. @param {ReturnType<typeof readQueue>[]} queues */
export function worstFirst(queues) {
  /** @param {ReturnType<typeof readQueue>} row @param {string} id */
  const cell = (row, id) => row.cells.find((figure) => figure.id === id)?.value ?? -1;
  return [...queues].sort((a, b) =>
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)
    || cell(b, 'longestWait') - cell(a, 'longestWait')
    || cell(b, 'waiting') - cell(a, 'waiting'));
}

/**
 * @param {unknown} raw
 * @returns what to show, or null when it is no snapshot at all
 */
export function readSnapshot(raw) {
  const from = object(raw);
  if (from.type !== 'snapshot' || from.v !== 1) return null;
  const age = oneOf(from.age, AGES, 'fresh');
  const expired = age === 'expired';
  const state = object(from.state);
  return {
    version: finite(from.version) ?? 0,
    title: plain(from.title),
    // whoever frames the view says title and freshness already
    header: from.header === true,
    locale: plain(from.locale, 35) || 'en',
    timeZone: plain(from.timeZone, 64) || 'UTC',
    asOf: finite(Date.parse(from.asOf)),
    now: finite(Date.parse(from.now)),
    age,
    state: {
      kind: oneOf(state.kind, STATES, 'failed'),
      sentence: plain(state.sentence),
      nextStep: plain(state.nextStep),
    },
    agent: plain(object(from.agent).name, 80),
    kpis: distinct(list(from.kpis, MOST_KPIS).map(object).map((raw) => readKpi(raw, expired))),
    queues: worstFirst(
      distinct(list(from.queues, MOST_QUEUES).map(object).map((raw) => readQueue(raw, expired)))),
    trends: distinct(list(from.trends, MOST_TRENDS).map(object).map(readTrend)),
    notices: distinct(list(from.notices, MOST_NOTICES).map(object).map(readNotice)),
  };
}
