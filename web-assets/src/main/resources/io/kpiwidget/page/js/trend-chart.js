// One trend: the agent against the queue and the target, and the same as a table.

import {lastDot, levelPath, linePath, present, scale} from './chart.js';
import {fill, follow} from './dom.js';

/** @typedef {import('./tiles.js').Tongue} Tongue */

const MOST_ROWS = 12;

/** @param {Record<string, any>} nodes */
const texts = (nodes) => (/** @type {any} */ {id, ...parts}) => fill(nodes, parts);

/** @param {Tongue} tongue */
export const trend = (tongue) => (/** @type {Record<string, any>} */ nodes) => {
  const levels = follow(nodes.levels, 'label', texts);
  const times = follow(nodes.times, 'label', texts);
  const lines = follow(nodes.lines, 'line', texts);

  return (/** @type {any} */ data) => {
    const {own, queue, target, title, unit} = data;
    const {formats, words} = tongue;
    const bounds = scale([...own, ...queue, target], unit);
    /** @param {number | null | undefined} value */
    const shown = (value) => (value == null ? '\u2013' : formats.value(value, unit));
    const latest = {own: present(own).at(-1), queue: present(queue).at(-1), target};
    /** @type {string[]} */
    const said = [];
    /** @param {'own' | 'queue' | 'target'} name */
    const key = (name) => {
      const value = latest[name];
      if (value != null) said.push(`${words[name]} ${formats.spoken(value, unit)}`);
      return {text: `${words[name]} ${shown(value)}`, hidden: value == null};
    };
    /** @param {any[]} all @param {(item: any) => string} name */
    const labels = (all, name) => all.map((item, id) => ({id, label: name(item)}));
    const when = present(data.times);
    const every = Math.ceil(when.length / MOST_ROWS);
    fill(nodes, {
      title,
      ownKey: key('own'),
      queueKey: key('queue'),
      targetKey: key('target'),
      plot: {'aria-label': `${title}: ${said.join(', ')}`},
      grid: {d: bounds.levels.map((level) => levelPath(level, bounds)).join('')},
      target: {d: levelPath(target, bounds)},
      queue: {d: linePath(queue, bounds)},
      own: {d: linePath(own, bounds)},
      dot: {d: lastDot(own, bounds)},
      open: words.table,
      timeHead: words.time,
      ownHead: words.own,
      queueHead: words.queue,
    });
    levels(labels(bounds.levels, (level) => formats.brief(level, unit)));
    times(labels([0, 0.5, 1].map((at) => when[Math.floor(at * (when.length - 1))]), formats.time));
    // newest first, evenly thinned
    lines(when.map((time, id) => ({id, time})).reverse().filter((_, i) => i % every === 0)
      .map(({id, time}) =>
        ({id, time: formats.time(time), mine: shown(own[id]), theirs: shown(queue[id])})));
  };
};
