// The tiles: value, delta, status against the target, and the way it came.

import {lastDot, levelPath, linePath, tightBounds} from './chart.js';
import {drawing, element, follow, setAttribute, setText, show} from './dom.js';

const GLYPHS = {onTarget: '\u25cf', nearLimit: '\u25b2', breached: '\u25a0', neutral: ''};

/**
 * @typedef {ReturnType<typeof import('./format.js').formats>} Formats
 * @typedef {(key: string, holes?: Record<string, string>) => string} Say
 * @typedef {{formats: Formats, say: Say}} Tongue
 */

/** @param {string} status */
export function glyph(status) {
  return GLYPHS[/** @type {keyof typeof GLYPHS} */ (status)];
}

/** A figure's visible text; each kind of "no number" has its own mark. @param {any} figure @param {Tongue} tongue */
function figureText(figure, {formats, say}) {
  return figure.kind === 'number'
    ? formats.value(figure.value, figure.unit) : say(`mark.${figure.kind}`);
}

/** Why there is no number, in words; empty when there is one. @param {any} figure @param {Say} say */
export function reason(figure, say) {
  if (figure.kind === 'number') return '';
  if (figure.kind === 'failed' && figure.detail !== '') return figure.detail;
  // a permission's name is one long word; it may break after its colons
  return say(`kind.${figure.kind}`, {
    detail: figure.detail.replace(/:/g, ':\u200b'), contact: figure.contact || say('administrator')});
}

/**
 * A value that screen readers hear in words where its digits would mislead them.
 *
 * @param {string} name
 */
export function valuePart(name) {
  const data = element('data', {class: name});
  const spoken = element('span', {class: 'spoken'});
  return {
    nodes: [data, spoken],
    /** @param {any} figure @param {Tongue} tongue */
    update(figure, {formats, say}) {
      const number = figure.kind === 'number';
      const words = number && figure.unit !== 'duration'
        ? '' : number ? formats.spoken(figure.value, figure.unit) : reason(figure, say);
      setText(data, figureText(figure, {formats, say}));
      setAttribute(data, 'value', number ? String(figure.value) : null);
      setAttribute(data, 'aria-hidden', words === '' ? null : 'true');
      setText(spoken, words);
    },
  };
}

/** @param {Element} list @param {() => Tongue} tongue */
export function tiles(list, tongue) {
  let made = 0;
  // whatever is looked at, with the pointer too
  document.addEventListener('keydown', ({key}) => {
    if (key === 'Escape') for (const node of list.querySelectorAll('.about')) show(node, false);
  });
  return follow(list, () => tile(tongue, `about-${++made}`));
}

/** @param {() => Tongue} tongue @param {string} aboutId */
function tile(tongue, aboutId) {
  const title = element('bdi');
  const heading = element('h2', {}, title);
  const hint = about(heading, aboutId);
  const value = valuePart('value');
  const delta = element('span', {class: 'delta'});
  const deltaSpoken = element('span', {class: 'spoken'});
  const status = element('span', {class: 'status'});
  const target = element('span', {class: 'target'});
  const note = element('p', {class: 'note'}, status, target);
  const way = spark();
  const node = element('li', {class: 'tile'}, heading,
    element('p', {class: 'figure'}, ...value.nodes, delta, deltaSpoken), note, way.node, hint.node);

  return {
    node,
    /** @param {any} kpi */
    update(kpi) {
      const {formats, say} = tongue();
      setAttribute(node, 'data-id', kpi.id);
      setAttribute(node, 'data-kind', kpi.kind);
      setAttribute(node, 'data-status', kpi.status);
      setAttribute(node, 'data-large', kpi.large ? 'true' : null);
      setText(title, kpi.title);
      hint.update(kpi.about);
      value.update(kpi, {formats, say});
      const change = deltaTexts(kpi, formats, say);
      setText(delta, change.shown);
      setAttribute(delta, 'aria-hidden', 'true');
      setText(deltaSpoken, change.spoken);
      setText(status, statusText(kpi, say));
      setText(target, targetText(kpi, formats, say));
      way.update(kpi);
    },
  };
}

/**
 * How the figure comes about. The style sheet shows it while its heading, or it, is looked at; the
 * Escape key takes it away until the next look. Without a text the heading is no stop for the tab key.
 *
 * @param {any} heading
 * @param {string} id
 */
function about(heading, id) {
  const node = element('p', {class: 'about', role: 'tooltip', id});
  for (const look of ['focus', 'mouseenter']) heading.addEventListener(look, () => show(node, true));
  return {
    node,
    /** @param {string} text */
    update(text) {
      setText(node, text);
      setAttribute(heading, 'tabindex', text === '' ? null : '0');
      setAttribute(heading, 'aria-describedby', text === '' ? null : id);
    },
  };
}

/** @param {any} kpi @param {Say} say */
function statusText(kpi, say) {
  if (kpi.kind !== 'number') return reason(kpi, say);
  return kpi.status === 'neutral' ? '' : `${glyph(kpi.status)} ${say(`status.${kpi.status}`)}`;
}

/** @param {any} kpi @param {Formats} formats @param {Say} say */
function targetText(kpi, formats, say) {
  if (kpi.target === null || kpi.kind !== 'number') return '';
  return say('target', {value: formats.target(kpi.target, kpi.unit)});
}

/** A change that rounds to nothing is nothing. @param {any} kpi @param {Formats} formats @param {Say} say */
function deltaTexts(kpi, formats, say) {
  const size = Math.abs(kpi.delta ?? 0);
  const amount = formats.value(size, kpi.unit);
  if (size === 0 || amount === formats.value(0, kpi.unit) || /^[^1-9]*$/.test(latin(amount))) {
    return {shown: '', spoken: ''};
  }
  const up = kpi.delta > 0;
  return {
    shown: `${up ? '\u25b4' : '\u25be'}\u2009${amount}`,
    spoken: say(up ? 'delta.up' : 'delta.down', {value: formats.spoken(size, kpi.unit)}),
  };
}

/** Digits of any script as ASCII, to see whether one is not zero. @param {string} text */
function latin(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = /** @type {number} */ (digit.codePointAt(0));
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}

/** Fewer points make a line that says nothing. */
const FEWEST = 5;

function spark() {
  const level = drawing('path', {class: 'level'});
  const line = drawing('path', {class: 'line'});
  const dot = drawing('path', {class: 'dot'});
  const node = drawing('svg', {class: 'spark', viewBox: '0 0 1000 100',
    preserveAspectRatio: 'none', 'aria-hidden': 'true'}, level, line, dot);
  return {
    node,
    /** @param {any} kpi */
    update({history, target, kind}) {
      const some = kind === 'number' && history.filter((/** @type {any} */ v) => v !== null).length >= FEWEST;
      show(node, some);
      if (!some) return;
      const bounds = tightBounds(history);
      setAttribute(line, 'd', linePath(history, bounds));
      setAttribute(dot, 'd', lastDot(history, bounds));
      setAttribute(level, 'd', levelPath(target, bounds));
    },
  };
}
