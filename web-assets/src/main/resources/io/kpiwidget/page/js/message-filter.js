// Decides which window messages of the platform's frame the host page listens to. No DOM in here.

/**
 * @typedef {{min: number, max: number} | RegExp} Rule
 * @typedef {{required: Record<string, Rule>, optional: Record<string, Rule>}} Shape
 * @typedef {{isTrusted: boolean, source: unknown, origin: string, ports: readonly unknown[],
 *   readonly data: unknown}} Incoming
 * @typedef {{accepted: true, message: Readonly<Record<string, string | number>>}
 *   | {accepted: false, reason: string}} Verdict
 */

const MOST_KEYS = 4;
const PER_SECOND = 10;
const BURST = 20;
const QUARANTINE_AFTER = 500;

/** The guide's messages, and ours for what it leaves open. A Map, so that a type called "constructor" finds nothing. */
export const GUIDE_MESSAGES = new Map([
  ['widget:ready', shape({}, {})],
  ['widget:dimensions', shape({height: {min: 1, max: 10000}}, {width: {min: 1, max: 10000}})],
  ['widget:refresh', shape({}, {})],
  ['widget:error', shape({code: /^[\w.-]{1,64}$/}, {})],
  ['widget:token-taken', shape({}, {})],
  ['widget:state', shape({state: /^[^]{0,2048}$/}, {})],
]);

/**
 * @param {Record<string, Rule>} required
 * @param {Record<string, Rule>} optional
 * @returns {Shape}
 */
function shape(required, optional) {
  return {required, optional};
}

/**
 * A filter for one frame. The order is the point: Chromium deserialises `data` on first access, so
 * a bomb from a stranger costs nothing as long as identity is checked before.
 *
 * @param {{origin: string, source: () => unknown, now: () => number,
 *   counts: ReturnType<typeof dropCounts>, quarantine?: () => void,
 *   messages?: Map<string, Shape>}} options `now` is monotonic, in ms
 */
export function messageFilter({origin, source, now, counts, quarantine = () => {},
  messages = GUIDE_MESSAGES}) {
  const bucket = tokenBucket(PER_SECOND, BURST, now);
  let floods = 0;

  /** @param {Incoming} event @returns {string | null} why it is not from our frame, or too much */
  function stranger(event) {
    if (event.isTrusted !== true) return 'untrusted';
    const frame = source();
    if (!frame || event.source !== frame) return 'source';
    if (event.origin !== origin) return 'origin';
    if (!bucket.take()) return 'rate';
    return event.ports.length === 0 ? null : 'ports';
  }

  /** @param {string} reason @returns {Verdict} */
  function drop(reason) {
    counts.add(reason);
    if (reason === 'rate' && ++floods === QUARANTINE_AFTER + 1) {
      counts.add('quarantine');
      quarantine();
    }
    return {accepted: false, reason};
  }

  return {
    /** @param {Incoming} event @returns {Verdict} */
    check(event) {
      const reason = stranger(event);
      if (reason) return drop(reason);
      let data;
      try {
        data = event.data;
      } catch {
        return drop('clone');
      }
      const read = readMessage(data, messages);
      return typeof read === 'string' ? drop(read) : {accepted: true, message: read};
    },
  };
}

/** How often what was dropped, by reason; one for all frames. */
export function dropCounts() {
  /** @type {Map<string, number>} */
  let counts = new Map();
  return {
    /** @param {string} reason */
    add(reason) {
      counts.set(reason, (counts.get(reason) || 0) + 1);
    },
    /** Those since the last call; null when there are none. */
    take() {
      if (counts.size === 0) return null;
      const taken = Object.fromEntries(counts);
      counts = new Map();
      return taken;
    },
  };
}

/**
 * A fresh frozen copy of a well-formed message, or the reason why it is none.
 *
 * @param {unknown} data
 * @param {Map<string, Shape>} messages
 * @returns {Readonly<Record<string, string | number>> | string}
 */
export function readMessage(data, messages) {
  if (typeof data !== 'object' || data === null) return 'not-object';
  const prototype = Object.getPrototypeOf(data);
  if (prototype !== Object.prototype && prototype !== null) return 'not-plain';
  const keys = Object.keys(data);
  if (keys.length > MOST_KEYS) return 'too-many-keys';
  const fields = new Map(keys.map((key) => [key, /** @type {any} */ (data)[key]]));
  const type = fields.get('type');
  const known = typeof type === 'string' ? messages.get(type) : undefined;
  return known ? readFields(type, fields, known) : 'unknown-type';
}

/**
 * @param {string} type
 * @param {Map<string, any>} fields
 * @param {Shape} known
 */
function readFields(type, fields, known) {
  const rules = new Map([...Object.entries(known.required), ...Object.entries(known.optional)]);
  for (const key of fields.keys()) {
    if (key !== 'type' && !rules.has(key)) return 'unknown-field';
  }
  /** @type {Record<string, string | number>} */
  const copy = {type};
  for (const [key, rule] of rules) {
    if (!fields.has(key) && !(key in known.required)) continue;
    const value = fields.get(key);
    if (!fits(value, rule)) return `field:${key}`;
    copy[key] = value;
  }
  return Object.freeze(copy);
}

/** @param {unknown} value @param {Rule} rule */
function fits(value, rule) {
  if (rule instanceof RegExp) return typeof value === 'string' && rule.test(value);
  // written so that NaN fails
  return typeof value === 'number' && value >= rule.min && value <= rule.max;
}

/**
 * @param {number} perSecond
 * @param {number} burst
 * @param {() => number} now monotonic milliseconds; a step back earns nothing
 */
export function tokenBucket(perSecond, burst, now) {
  let tokens = burst;
  let last = now();
  return {
    take() {
      const time = now();
      tokens = Math.min(burst, tokens + (Math.max(0, time - last) * perSecond) / 1000);
      last = Math.max(last, time);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
