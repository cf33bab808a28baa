// A snapshot as the view wants it: complete, bounded and harmless, whatever came in.

/** Controls, lone surrogates, and marks that would turn the text around it. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu;

/** Beyond what any contact centre counts numbers are longer than their tiles. */
const GREATEST = 1e13;

/** @param {number} longest */
const text = (longest) => (/** @type {unknown} */ value) => {
  if (typeof value !== 'string') return '';
  // cut before cleaning, so that megabytes cost nothing; the cleaning removes what the cut has split
  const clean = value.slice(0, longest).replace(UNFIT, ' ').trim();
  return value.length > longest ? `${clean}\u2026` : clean;
};

/** @param {any} value @returns {number | null} */
const number = (value) =>
  (typeof value === 'number' && Math.abs(value) < GREATEST ? value : null);

/** The first is what stands for anything else. @param {string[]} known */
const oneOf = (...known) => (/** @type {any} */ value) => (known.includes(value) ? value : known[0]);

/** @param {unknown} value @returns {any[]} */
const array = (value) => (Array.isArray(value) ? value : []);

/** The newest, which come last. @param {unknown} values */
const points = (values) => array(values).slice(-300).map(number);

/** @param {Record<string, (value: any) => any>} shape @returns {(value: any) => any} */
const record = (shape) => (value) => {
  /** @type {Record<string, any>} */
  const clean = {};
  for (const name in shape) clean[name] = shape[name](Object(value)[name]);
  return clean;
};

/** The first of each id. @param {number} most @param {Record<string, (value: any) => any>} shape */
const records = (most, shape) => (/** @type {unknown} */ values) =>
  array(values).slice(0, most).map(record(shape))
    .filter(({id}, i, all) => id && all.findIndex((other) => other.id === id) === i);

const name = text(80);
const sentence = text(240);

/** What all have in common that has a title: tiles, queues, their cells, trends, news. */
const item = {
  id: name,
  title: sentence,
  about: text(600),
  unit: oneOf('count', 'duration', 'ratio'),
  status: oneOf('neutral', 'onTarget', 'nearLimit', 'breached'),
  value: number,
  // what stands where there is no value, and why there is none
  mark: name,
  reason: sentence,
  target: number,
  delta: number,
  large: Boolean,
  history: points,
};

const read = record({
  version: number,
  title: sentence,
  locale: name,
  timeZone: name,
  rtl: Boolean,
  // absent where whoever frames the view says it already
  asOf: number,
  now: number,
  age: name,
  state: record({kind: name, sentence, nextStep: sentence}),
  // the agent's own, at the desktop
  agent: record({state: name, since: number}),
  kpis: records(60, item),
  queues: records(50, {...item, cells: records(8, item)}),
  trends: records(3, {...item, times: points, own: points, queue: points}),
  notices: records(3, item),
});

/**
 * @param {any} raw
 * @returns {any} what to show, or null when it is no snapshot at all
 */
export function readSnapshot(raw) {
  return raw.type === 'snapshot' && raw.v === 1 ? read(raw) : null;
}
