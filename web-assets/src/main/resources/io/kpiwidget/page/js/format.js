// Figures as text, for eyes and for ears, in the snapshot's locale and time zone.

/** @typedef {'count' | 'duration' | 'ratio'} Unit */

const HOUR = 3600;
const DIGITS_UNTIL = 100000;

/**
 * @param {string} locale
 * @param {string} timeZone names the browser does not know give way to English and UTC
 */
export function formats(locale, timeZone) {
  const language = supported(locale);
  /** @param {Intl.NumberFormatOptions} options */
  const number = (options) => new Intl.NumberFormat(language, options);
  const whole = number({maximumFractionDigits: 0, useGrouping: true});
  const tenth = number({minimumFractionDigits: 1, maximumFractionDigits: 1});
  const compact = number({notation: 'compact', maximumSignificantDigits: 3});
  const percent = number({style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1});
  const roundPercent = number({style: 'percent', maximumFractionDigits: 1});
  const ungrouped = number({maximumFractionDigits: 0, useGrouping: false});
  const twoDigits = number({minimumIntegerDigits: 2, maximumFractionDigits: 0});
  const units = ['hour', 'minute', 'second']
    .map((unit) => number({style: 'unit', unit, unitDisplay: 'long'}));
  const list = new Intl.ListFormat(language, {type: 'unit', style: 'long'});
  const clock = clockFormat(language, timeZone);

  /** @param {number} value */
  function count(value) {
    if (Math.abs(value) >= DIGITS_UNTIL) return compact.format(value);
    return Number.isInteger(value) ? whole.format(value) : tenth.format(value);
  }

  /** @param {number} seconds */
  function duration(seconds) {
    const [h, m, s] = parts(seconds);
    const minutes = h > 0 ? `${ungrouped.format(h)}:${twoDigits.format(m)}` : ungrouped.format(m);
    return `${minutes}:${twoDigits.format(s)}`;
  }

  /** @param {number} value */
  function ratio(value) {
    // 100.0 % says no more than 100 %
    return value === 0 || value === 1 ? roundPercent.format(value) : percent.format(value);
  }

  const shown = {count, duration, ratio};

  /** @param {number} seconds */
  function spokenDuration(seconds) {
    const said = parts(seconds)
      .map((amount, i) => (amount > 0 ? units[i].format(amount) : null))
      .filter((text) => text !== null);
    return said.length > 0 ? list.format(said) : units[2].format(0);
  }

  return {
    language,
    /** @param {number} value @param {Unit} kind */
    value: (value, kind) => shown[kind](value),
    /** @param {number} value @param {Unit} kind */
    target: (value, kind) => (kind === 'ratio' ? roundPercent.format(value) : shown[kind](value)),
    /** What a screen reader should say. @param {number} value @param {Unit} kind */
    spoken: (value, kind) =>
      (kind === 'duration' ? spokenDuration(value) : shown[kind](value)),
    /** Wall clock time, such as 14:52. @param {number} epochMillis */
    time: (epochMillis) => clock.format(epochMillis),
    /** In its largest unit, such as "6 minutes". @param {number} seconds */
    age: (seconds) => {
      const [h, m, s] = parts(seconds);
      const largest = h > 0 ? 0 : m > 0 ? 1 : 2;
      return units[largest].format([h, m, s][largest]);
    },
  };
}

/** Hours, minutes, seconds. @param {number} seconds @returns {number[]} */
function parts(seconds) {
  const total = Math.max(0, Math.round(seconds));
  return [Math.floor(total / HOUR), Math.floor((total % HOUR) / 60), total % 60];
}

/** @param {string} locale */
function supported(locale) {
  try {
    return new Intl.NumberFormat(locale).resolvedOptions().locale;
  } catch {
    return 'en';
  }
}

/** @param {string} language @param {string} timeZone */
function clockFormat(language, timeZone) {
  /** @type {Intl.DateTimeFormatOptions} */
  const options = {hour: '2-digit', minute: '2-digit', timeZone};
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'});
  }
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** @param {string} language */
export function direction(language) {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}

/**
 * The words of a language, and a function that fills their {holes}.
 *
 * @param {Record<string, Record<string, string>>} languages
 * @param {string} locale
 * @returns {(key: string, holes?: Record<string, string>) => string}
 */
export function wording(languages, locale) {
  const language = locale.toLowerCase().split('-')[0];
  const words = Object.hasOwn(languages, language) ? languages[language] : languages.en;
  return (key, holes = {}) =>
    words[key].replace(/\{(\w+)\}/g, (hole, name) => (name in holes ? holes[name] : hole));
}
