// Geometry of the charts: numbers in, path texts out.

/** Room that all lines are drawn in; the element stretches it. */
export const WIDTH = 1000;
export const HEIGHT = 100;

const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800];
const MOST_STEPS = 3;

/** @param {(number | null)[]} values @returns {number[]} */
function present(values) {
  return /** @type {number[]} */ (values.filter((value) => value !== null));
}

/**
 * Round bounds around the values, and the lines between them.
 *
 * @param {(number | null)[]} values
 * @param {'count' | 'duration' | 'ratio'} unit
 */
export function scale(values, unit) {
  const numbers = present(values);
  if (numbers.length === 0) return {least: 0, greatest: 1, ticks: [0, 1]};
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const room = Math.max(high - low, Math.abs(high) * 0.1, unit === 'ratio' ? 0.02 : 1);
  const step = roundStep(room / MOST_STEPS, unit);
  const least = Math.max(low >= 0 ? 0 : -Infinity, Math.floor(low / step) * step);
  const steps = Math.max(1, Math.ceil((high - least) / step - 1e-9));
  const ticks = Array.from({length: steps + 1}, (_, i) => least + i * step);
  return {least, greatest: least + steps * step, ticks};
}

/** @param {number} least @param {'count' | 'duration' | 'ratio'} unit */
function roundStep(least, unit) {
  if (unit === 'duration') {
    const found = SECONDS.find((step) => step >= least);
    if (found) return found;
  }
  // nobody waits by halves
  if (unit === 'count' && least < 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (/** @type {number} */ ([1, 2, 5, 10].find((step) => step * power >= least * 0.999)));
}

/**
 * A line through the values, broken where there are none. A value alone between gaps is a dot.
 *
 * @param {(number | null)[]} values
 * @param {{least: number, greatest: number}} bounds
 */
export function linePath(values, bounds) {
  const parts = [];
  let open = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null) {
      open = false;
      continue;
    }
    const point = `${x(i, values.length)} ${y(value, bounds)}`;
    const alone = !open && (values[i + 1] ?? null) === null;
    parts.push(open ? `L${point}` : alone ? `M${point}h1` : `M${point}`);
    open = true;
  }
  return parts.join('');
}

/**
 * A dot on the last value, as a path: a circle would be stretched.
 *
 * @param {(number | null)[]} values
 * @param {{least: number, greatest: number}} bounds
 */
export function lastDot(values, bounds) {
  const at = values.findLastIndex((value) => value !== null);
  if (at < 0) return '';
  return `M${x(at, values.length)} ${y(/** @type {number} */ (values[at]), bounds)}h0.01`;
}

/** A line across. @param {number | null} value @param {{least: number, greatest: number}} bounds */
export function levelPath(value, bounds) {
  if (value === null || value < bounds.least || value > bounds.greatest) return '';
  return `M0 ${y(value, bounds)}H${WIDTH}`;
}

/** Bounds that only just hold the values. @param {(number | null)[]} values */
export function tightBounds(values) {
  const numbers = present(values);
  if (numbers.length === 0) return {least: 0, greatest: 1};
  const least = Math.min(...numbers);
  const greatest = Math.max(...numbers);
  const room = Math.max((greatest - least) * 0.12, Math.abs(greatest) * 0.04, 1e-6);
  return {least: least - room, greatest: greatest + room};
}

/** How far down a level is, in percent. @param {number} value
 * @param {{least: number, greatest: number}} bounds */
export function percentDown(value, bounds) {
  return (y(value, bounds) / HEIGHT) * 100;
}

/** @param {number} index @param {number} length */
function x(index, length) {
  return length < 2 ? WIDTH : round((index / (length - 1)) * WIDTH);
}

/** @param {number} value @param {{least: number, greatest: number}} bounds */
function y(value, {least, greatest}) {
  return round((1 - (value - least) / (greatest - least)) * HEIGHT);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
