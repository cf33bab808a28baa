// Decides which window messages of a frame the host page listens to. No DOM in here.

/**
 * @typedef {{type: 'number' | 'integer' | 'string', minimum?: number, maximum?: number,
 *   maxLength?: number, pattern?: string}} Rule in JSON Schema's words, as the profile's file has it
 * @typedef {{means: string, fields: Record<string, Rule>, required: string[]}} Shape
 * @typedef {Record<string, Shape>} Messages by the type that the frame writes
 * @typedef {{isTrusted: boolean, source: unknown, origin: string, ports: readonly unknown[],
 *   readonly data: unknown}} Incoming
 * @typedef {{accepted: true, message: Readonly<Record<string, any>>}
 *   | {accepted: false, reason: string}} Verdict
 * @typedef {{add: (reason: string) => void}} Rejections
 */

const MOST_KEYS = 4;
const PER_SECOND = 10;
const BURST = 20;
// a frame may be chatty for ever, such as one that reports its height with every picture
const DROPS_PER_SECOND = 60;
const MOST_DROPS = 500;

/**
 * A filter for one frame. The order is the point: Chromium deserialises `data` on first access, so
 * a bomb from a stranger costs nothing as long as identity is checked before.
 *
 * @param {{origin: string, source: () => unknown, now: () => number, rejections: Rejections,
 *   messages: Messages, ports?: number, quarantine?: (() => void) | null}} options `now` is
 *   monotonic, in ms; `ports` is how many come with each message; `quarantine` is called once,
 *   after a flood
 */
export function messageFilter({origin, source, now, rejections, messages, ports = 0,
  quarantine = null}) {
  // a Map, so that a type called "constructor" finds nothing
  const known = new Map(Object.entries(messages));
  const bucket = tokenBucket(PER_SECOND, BURST, now);
  const patience = tokenBucket(DROPS_PER_SECOND, MOST_DROPS, now);
  let quarantined = false;

  /** @param {Incoming} event @returns {string | null} why it is not from our frame, or too much */
  function stranger(event) {
    if (event.isTrusted !== true) return 'untrusted';
    const frame = source();
    if (!frame || event.source !== frame) return 'source';
    if (event.origin !== origin) return 'origin';
    if (!bucket.take()) return 'rate';
    return event.ports.length === ports ? null : 'ports';
  }

  /** @param {string} reason @returns {Verdict} */
  function drop(reason) {
    rejections.add(reason);
    if (quarantine && !quarantined && !patience.take()) {
      quarantined = true;
      rejections.add('quarantine');
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
      const read = readMessage(data, known);
      return typeof read === 'string' ? drop(read) : {accepted: true, message: read};
    },
  };
}

/**
 * A fresh frozen copy of a well-formed message, its type being what it means, or the reason why it
 * is none.
 *
 * @param {unknown} data
 * @param {Map<string, Shape>} messages
 * @returns {Readonly<Record<string, string | number>> | string}
 */
function readMessage(data, messages) {
  if (typeof data !== 'object' || data === null) return 'not-object';
  const prototype = Object.getPrototypeOf(data);
  if (prototype !== Object.prototype && prototype !== null) return 'not-plain';
  const keys = Object.keys(data);
  if (keys.length > MOST_KEYS) return 'too-many-keys';
  const fields = new Map(keys.map((key) => [key, /** @type {any} */ (data)[key]]));
  const type = fields.get('type');
  const shape = typeof type === 'string' ? messages.get(type) : undefined;
  return shape ? readFields(fields, shape) : 'unknown-type';
}

/**
 * @param {Map<string, any>} sent
 * @param {Shape} shape
 */
function readFields(sent, {means, fields, required}) {
  const rules = new Map(Object.entries(fields));
  for (const key of sent.keys()) {
    if (key !== 'type' && !rules.has(key)) return 'unknown-field';
  }
  /** @type {Record<string, string | number>} */
  const copy = {type: means};
  for (const [key, rule] of rules) {
    if (!sent.has(key) && !required.includes(key)) continue;
    const value = sent.get(key);
    if (!fits(value, rule)) return `field:${key}`;
    copy[key] = value;
  }
  return Object.freeze(copy);
}

/** @param {unknown} value @param {Rule} rule */
function fits(value, rule) {
  return rule.type === 'string' ? textFits(value, rule) : numberFits(value, rule);
}

/** @param {unknown} value @param {Rule} rule */
function textFits(value, {maxLength = Infinity, pattern}) {
  // code points are counted, as JSON Schema does, but not those of a text of megabytes
  return typeof value === 'string' && value.length <= 2 * maxLength
    && [...value].length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(value));
}

/** @param {unknown} value @param {Rule} rule */
function numberFits(value, {type, minimum = -Infinity, maximum = Infinity}) {
  // written so that NaN fails
  return typeof value === 'number' && value >= minimum && value <= maximum
    && (type === 'number' || Number.isSafeInteger(value));
}

/**
 * @param {number} perSecond
 * @param {number} burst
 * @param {() => number} now monotonic milliseconds; a step back earns nothing
 */
function tokenBucket(perSecond, burst, now) {
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
