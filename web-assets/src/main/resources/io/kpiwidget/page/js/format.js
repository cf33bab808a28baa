// Figures as text, for eyes and for ears, in the snapshot's locale and time zone.

/** @typedef {'count' | 'duration' | 'ratio'} Unit */

const COMPACT_FROM = 1e5;

/** A language or zone that the browser does not know gives way to English and UTC.
 * @param {string} locale @param {string} timeZone */
export function formats(locale, timeZone) {
  try {
    return make(locale, timeZone);
  } catch {
    return make('en', 'UTC');
  }
}

/** @param {string} language @param {string} timeZone */
function make(language, timeZone) {
  /** @param {Intl.NumberFormatOptions} options */
  const number = (options) => {
    const format = new Intl.NumberFormat(language, options);
    return (/** @type {number} */ value) => format.format(value);
  };
  const share = /** @type {const} */ ({style: 'percent', maximumFractionDigits: 1});
  const short = number({maximumFractionDigits: 1});
  const compact = number({notation: 'compact', maximumSignificantDigits: 3});
  const twoDigits = number({minimumIntegerDigits: 2});
  const units = ['hour', 'minute', 'second']
    .map((unit) => number({style: 'unit', unit, unitDisplay: 'long'}));
  const clock = new Intl.DateTimeFormat(language, {hour: '2-digit', minute: '2-digit', timeZone});
  const brief = {
    count: (/** @type {number} */ value) => (Math.abs(value) < COMPACT_FROM ? short : compact)(value),
    duration(/** @type {number} */ seconds) {
      const [h, m, s] = parts(seconds);
      return `${h ? `${short(h)}:${twoDigits(m)}` : short(m)}:${twoDigits(s)}`;
    },
    ratio: number(share),
  };
  const steadyShare = number({...share, minimumFractionDigits: 1});

  /** In words, largest unit first. @param {number} seconds */
  function words(seconds) {
    const said = parts(seconds).map((amount, i) => amount && units[i](amount)).filter(Boolean);
    return said.length ? said : [units[2](0)];
  }

  return {
    /** With no more digits than it needs. @param {number} value @param {Unit} unit */
    brief: (value, unit) => brief[unit](value),
    /** With as many digits as its neighbours in time; but 100.0 % says no more than 100 %.
     * @param {number} value @param {Unit} unit */
    value: (value, unit) => (unit === 'ratio' && value % 1 ? steadyShare : brief[unit])(value),
    /** What a screen reader should say. @param {number} value @param {Unit} unit */
    spoken: (value, unit) => (unit === 'duration' ? words(value).join(', ') : brief[unit](value)),
    /** In its largest unit, such as "6 minutes". @param {number} seconds */
    age: (seconds) => words(seconds)[0],
    /** Wall clock time, such as 14:52. @param {number | null} epochMillis */
    time: (epochMillis) => (epochMillis == null ? '' : clock.format(epochMillis)),
  };
}

/** Hours, minutes, seconds. @param {number} seconds @returns {number[]} */
function parts(seconds) {
  const total = Math.max(0, Math.round(seconds));
  return [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
}
