// Geometry of the charts: numbers in, path texts out. Drawn in 1000 by 100; the element stretches it.

/** @typedef {{least: number, greatest: number}} Bounds */

const MOST_STEPS = 3;
const DECIMAL = [10, 1, 2, 5, 10];
const CLOCK = [60, 1, 2, 5, 10, 15, 30, 60];

/** @param {(number | null)[]} values @returns {number[]} */
export function present(values) {
  return /** @type {number[]} */ (values.filter((value) => value !== null));
}

/**
 * Round bounds around the values, and the levels between them, evenly apart.
 *
 * @param {(number | null)[]} values
 * @param {'count' | 'duration' | 'ratio'} unit
 */
export function scale(values, unit) {
  const numbers = present(values);
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  // nobody waits by halves
  const room = Math.max(high - low, Math.abs(high) / 10, unit === 'ratio' ? 0.02 : MOST_STEPS);
  const step = roundStep(room / MOST_STEPS, unit === 'duration' ? CLOCK : DECIMAL);
  const least = Math.floor(low / step) * step;
  const steps = Math.max(1, Math.ceil((high - least) / step - 1e-9));
  const levels = Array.from({length: steps + 1}, (_, i) => least + i * step);
  return {least, greatest: levels[steps], levels};
}

/** @param {number} least @param {number[]} steps a base and the steps up to it */
function roundStep(least, [base, ...steps]) {
  const power = base ** Math.floor(Math.log(least) / Math.log(base));
  return power * /** @type {number} */ (steps.find((step) => step * power >= least * 0.999));
}

/** Bounds that only just hold the values. @param {(number | null)[]} values */
export function tightBounds(values) {
  const numbers = present(values);
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const room = Math.max((high - low) / 8, Math.abs(high) / 25, 1e-6);
  return {least: low - room, greatest: high + room};
}

/**
 * A line through the values, broken where there are none. A value alone between gaps is a dot.
 *
 * @param {(number | null)[]} values
 * @param {Bounds} bounds
 */
export function linePath(values, bounds) {
  let path = '';
  let open = false;
  values.forEach((value, i) => {
    if (value !== null) {
      const point = `${Math.round((i / (values.length - 1 || 1)) * 1000)} ${y(value, bounds)}`;
      path += open ? `L${point}` : `M${point}h.01`;
    }
    open = value !== null;
  });
  return path;
}

/** A dot on the last value. @param {(number | null)[]} values @param {Bounds} bounds */
export function lastDot(values, bounds) {
  const at = values.findLastIndex((value) => value !== null);
  return linePath(values.map((value, i) => (i === at ? value : null)), bounds);
}

/** A line across. @param {number | null} value @param {Bounds} bounds */
export function levelPath(value, bounds) {
  return value !== null && value >= bounds.least && value <= bounds.greatest
    ? `M0 ${y(value, bounds)}H1000` : '';
}

/** @param {number} value @param {Bounds} bounds */
function y(value, {least, greatest}) {
  // a tenth of a pixel or so: longer numbers cost time and are not seen
  return Math.round((1 - (value - least) / (greatest - least)) * 1000) / 10;
}
