// Colours from the desktop, and what follows from them. Pure: text in, text out.

const HEX = /^#[0-9a-f]{6}$/;
const READABLE = 4.5;

/** @param {unknown} text @returns {text is string} */
export function isColour(text) {
  return typeof text === 'string' && HEX.test(text);
}

/** @param {string} hex @returns {number[]} */
function channels(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** @param {string} from @param {string} to @param {number} share 0 is from, 1 is to */
export function mix(from, to, share) {
  const target = channels(to);
  return '#' + channels(from)
    .map((value, i) => Math.round(value + (target[i] - value) * share))
    .map((value) => value.toString(16).padStart(2, '0')).join('');
}

/** Relative luminance, WCAG 2. @param {string} hex */
export function luminance(hex) {
  const [r, g, b] = channels(hex).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/**
 * `colour`, moved towards black or white until it can be read on every ground. Grounds in the
 * middle of the scale leave no such colour: then the better end.
 *
 * @param {string} colour
 * @param {string[]} grounds the page's first
 * @param {number} least
 */
export function readable(colour, grounds, least = READABLE) {
  const end = contrast('#ffffff', grounds[0]) >= contrast('#000000', grounds[0])
    ? '#ffffff' : '#000000';
  for (let share = 0; share < 1; share += 0.04) {
    const moved = mix(colour, end, share);
    if (grounds.every((ground) => contrast(moved, ground) >= least)) return moved;
  }
  return end;
}

const HUES = {
  light: {good: '#1a7a44', warn: '#8a5300', bad: '#b3261e', accent: '#1f5fbf'},
  dark: {good: '#6fcf97', warn: '#f0b455', bad: '#ff8f87', accent: '#7fb2ff'},
};

/** What cards are tinted with: deep, so that the ink on them keeps its contrast. */
const TINTS = {
  light: {warn: '#c98a1b', bad: '#d0443a', share: 0.1},
  dark: {warn: '#7a4a00', bad: '#8e1c14', share: 0.3},
};

/**
 * Every colour of the view. Text is readable on the page, on cards and on a card that is tinted
 * with its own colour.
 *
 * @param {{scheme: 'light' | 'dark', bg: string, fg: string, accent?: string}} theme
 * @returns {Record<string, string>} custom properties without their dashes
 */
export function tokens({scheme, bg, fg, accent}) {
  const dark = scheme === 'dark';
  const hues = HUES[scheme];
  const card = mix(bg, dark ? '#ffffff' : '#000000', dark ? 0.05 : 0.03);
  const tints = TINTS[scheme];
  const badCard = mix(card, tints.bad, tints.share);
  const warnCard = mix(card, tints.warn, tints.share);
  const grounds = [bg, card, badCard, warnCard];
  const ink = readable(fg, grounds);
  return {
    page: bg, card, 'card-bad': badCard, 'card-warn': warnCard,
    ink,
    strong: mix(ink, dark ? '#ffffff' : '#000000', 0.45),
    quiet: readable(mix(ink, card, 0.36), grounds),
    line: mix(card, ink, dark ? 0.16 : 0.13),
    edge: readable(mix(card, ink, 0.4), [bg, card], 3),
    good: readable(hues.good, grounds),
    warn: readable(hues.warn, grounds),
    bad: readable(hues.bad, grounds),
    accent: readable(accent || hues.accent, [bg, card]),
  };
}

/** What a page starts with until the desktop says its theme. */
export const START_THEMES = {
  light: {scheme: 'light', bg: '#ffffff', fg: '#1c1e21'},
  dark: {scheme: 'dark', bg: '#202124', fg: '#e8eaed'},
};

/**
 * Puts a theme on a document. By CSSOM: the policy allows no style attribute.
 *
 * @param {HTMLElement} root
 * @param {any} theme unchecked
 */
export function applyTheme(root, theme) {
  if (!theme || !isColour(theme.bg) || !isColour(theme.fg)) return;
  const scheme = theme.scheme === 'dark' ? 'dark' : 'light';
  const accent = isColour(theme.accent) ? theme.accent : undefined;
  root.style.setProperty('color-scheme', scheme);
  for (const [name, colour] of Object.entries(tokens({scheme, bg: theme.bg, fg: theme.fg, accent}))) {
    root.style.setProperty(`--${name}`, colour);
  }
  if (typeof theme.font === 'string' && /^[\w .-]{1,64}$/.test(theme.font)) {
    root.style.setProperty('--font', `"${theme.font}"`);
  }
  if (theme.size >= 8 && theme.size <= 32) root.style.setProperty('--size', `${theme.size}px`);
}
