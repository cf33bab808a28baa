// The tiles: value, change, status against the target, and the way it came.

import {lastDot, levelPath, linePath, present, tightBounds} from './chart.js';
import {fill} from './dom.js';

/**
 * @typedef {{formats: ReturnType<typeof import('./format.js').formats>, words: Record<string, string>,
 *   tell: (id: string, sentence: string) => void}} Tongue one for the whole view; its parts change
 * @typedef {Record<string, any>} Nodes
 */

/** Fewer points make a line that says nothing. */
const FEWEST = 5;

/**
 * A figure's text. Screen readers hear words instead where its signs would mislead them.
 *
 * @param {any} figure
 * @param {Tongue} tongue
 * @param {string} more what is to be heard after it
 */
export function figureParts({mark, reason, unit, value}, {formats}, more = '') {
  const none = value === null;
  const said = none ? reason : unit === 'duration' ? formats.spoken(value, unit) : '';
  return {
    value: {
      text: none ? mark || '\u2013' : formats.value(value, unit),
      value: !none && String(value),
      'aria-hidden': said && 'true',
    },
    said: said + more,
  };
}

/** @param {Tongue} tongue */
export const tile = (tongue) => (/** @type {Nodes} */ nodes) => (/** @type {any} */ kpi) => {
  const {about, delta, id, reason, status, target, title, unit, value} = kpi;
  const {formats, words} = tongue;
  const none = value === null;
  const size = Math.abs(delta);
  const changed = !none && delta;
  const before = nodes.tile.getAttribute('data-status');
  if (before && before !== status && words[status] && !none) {
    tongue.tell(id, `${title}: ${formats.spoken(value, unit)}, ${words[status]}.`);
  }
  fill(nodes, {
    tile: {'data-id': id, 'data-status': status, 'data-none': none, 'data-large': kpi.large},
    title,
    // without a text it is no stop for the tab key
    heading: {tabindex: about && '0'},
    about,
    ...figureParts(kpi, tongue, changed
      ? `, ${delta > 0 ? words.up : words.down} ${formats.spoken(size, unit)}` : ''),
    delta: changed ? `${delta > 0 ? '\u25b4' : '\u25be'}\u2009${formats.brief(size, unit)}` : '',
    status: none ? reason : words[status],
    goal: none || target === null ? '' : `${words.target} ${formats.brief(target, unit)}`,
    ...chartParts(kpi, tongue),
  });
};

/**
 * The way it came; for a service level instead its share of a whole against its goal, which says
 * more.
 *
 * @param {any} kpi
 * @param {Tongue} tongue
 */
function chartParts({history, id, status, target, title, value}, {formats, words}) {
  const none = value === null;
  const gauged = id === 'serviceLevel' && !none && target !== null;
  const bounds = tightBounds(history);
  const goal = target * 1000;
  return {
    spark: {hidden: gauged || none || present(history).length < FEWEST},
    line: {d: linePath(history, bounds)},
    dot: {d: lastDot(history, bounds)},
    level: {d: levelPath(target, bounds)},
    gauge: {hidden: !gauged},
    ...gauged && {
      gauge: {
        hidden: false,
        'aria-label': title,
        'aria-valuenow': String(value),
        'aria-valuetext': `${formats.value(value, 'ratio')}, ${words[status]}`,
      },
      missed: {d: `M0 50H${goal}`},
      met: {d: `M${goal} 50H1000`},
      needle: {d: `M${value * 1000} 0V100`},
    },
  };
}
