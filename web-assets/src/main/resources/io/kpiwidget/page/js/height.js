// How high the platform's frame is. It says its own height; we decide whether to follow.

const HYSTERESIS = 2;
const GROWTHS = 8;
const WINDOW = 2000;
const FREEZE = 10000;

/**
 * A child that reports "the height I have, plus a margin" would grow for ever, so growth has a
 * limit in time, not only in pixels.
 *
 * @param {{least: number, greatest: number, now: () => number}} options `now` in monotonic ms
 */
export function heightController({least, greatest, now}) {
  /** @type {number | null} */
  let height = null;
  /** @type {number[]} */
  let growths = [];
  let frozenUntil = -Infinity;

  /** @param {number} wanted @param {number} time */
  function runsAway(wanted, time) {
    if (height === null || wanted < height) return false;
    growths = growths.filter((at) => time - at < WINDOW);
    growths.push(time);
    if (growths.length <= GROWTHS) return false;
    frozenUntil = time + FREEZE;
    growths = [];
    return true;
  }

  return {
    /** The height to set, or null to leave the frame as it is. @param {number} reported */
    offer(reported) {
      const time = now();
      const wanted = Math.min(greatest, Math.max(least, Math.ceil(reported)));
      // one that shrinks is not the one that runs away
      if (time < frozenUntil && (height === null || wanted > height)) return null;
      if (height !== null && Math.abs(wanted - height) < HYSTERESIS) return null;
      if (runsAway(wanted, time)) return null;
      height = wanted;
      return height;
    },
  };
}
