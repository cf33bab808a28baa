// One trend: the agent against the queue, with the target, and the same as a table.

import {lastDot, levelPath, linePath, percentDown, scale} from './chart.js';
import {drawing, element, follow, setAttribute, setStyle, setText, show} from './dom.js';

/** @typedef {import('./tiles.js').Tongue} Tongue */

const TABLE_ROWS = 12;

/** @param {Element} place @param {() => Tongue} tongue */
export function trends(place, tongue) {
  return follow(place, () => trend(tongue));
}

/** @param {() => Tongue} tongue */
function trend(tongue) {
  const heading = element('bdi');
  const own = legend('own');
  const queue = legend('queue');
  const target = legend('target');
  const plot = plotPart();
  const table = tablePart(tongue);
  const node = element('section', {class: 'trend card'},
    element('header', {}, element('h2', {}, heading),
      element('p', {class: 'legend'}, own.node, queue.node, target.node)),
    plot.node, table.node);

  return {
    node,
    /** @param {any} data */
    update(data) {
      const {formats, say} = tongue();
      /** @param {number | null} value */
      const text = (value) => (value === null ? '\u2013' : formats.value(value, data.unit));
      const bounds = scale([...data.own, ...data.queue, data.target], data.unit);
      setText(heading, data.title);
      own.update(say('trend.own'), text(newest(data.own)), data.own.length > 0);
      queue.update(say('trend.queue'), text(newest(data.queue)), data.queue.length > 0);
      target.update(say('trend.target'), text(data.target), data.target !== null);
      plot.update(data, bounds, tongue());
      plot.describe(say('trend.description', {
        title: data.title, own: spoken(data.own, data, formats, say),
        queue: spoken(data.queue, data, formats, say)}));
      table.update(data, text);
    },
  };
}

/** @param {(number | null)[]} values @returns {number | null} */
function newest(values) {
  return values.findLast((value) => value !== null) ?? null;
}

/** @param {any} values @param {any} data @param {any} formats @param {any} say */
function spoken(values, data, formats, say) {
  const value = newest(values);
  return value === null ? say('kind.noData') : formats.spoken(value, data.unit);
}

/** @param {string} name */
function legend(name) {
  const key = drawing('svg', {class: `key ${name}`, viewBox: '0 0 18 4', 'aria-hidden': 'true'},
    drawing('path', {d: 'M1 2H17'}));
  const label = element('span');
  const value = element('b');
  const node = element('span', {class: 'entry'}, key, label, value);
  return {
    node,
    /** @param {string} text @param {string} latest @param {boolean} shown */
    update(text, latest, shown) {
      setText(label, text);
      setText(value, latest);
      show(node, shown);
    },
  };
}

function plotPart() {
  const grid = drawing('path', {class: 'grid'});
  const target = drawing('path', {class: 'target'});
  const queue = drawing('path', {class: 'queue'});
  const own = drawing('path', {class: 'own'});
  const dot = drawing('path', {class: 'dot'});
  const svg = drawing('svg', {viewBox: '0 0 1000 100', preserveAspectRatio: 'none', role: 'img'},
    grid, target, queue, own, dot);
  const levels = element('div', {class: 'levels', 'aria-hidden': 'true'});
  const times = element('div', {class: 'times', 'aria-hidden': 'true'});
  const levelLabels = follow(levels, label);
  const timeLabels = follow(times, label);
  return {
    node: element('div', {class: 'plot'}, levels, svg, times),
    /** @param {string} text */
    describe(text) {
      setAttribute(svg, 'aria-label', text);
    },
    /** @param {any} data @param {any} bounds @param {Tongue} tongue */
    update(data, bounds, {formats}) {
      setAttribute(grid, 'd',
        bounds.ticks.map((/** @type {number} */ tick) => levelPath(tick, bounds)).join(''));
      setAttribute(target, 'd', levelPath(data.target, bounds));
      setAttribute(queue, 'd', linePath(data.queue, bounds));
      setAttribute(own, 'd', linePath(data.own, bounds));
      setAttribute(dot, 'd', lastDot(data.own, bounds));
      levelLabels(bounds.ticks.map((/** @type {number} */ tick, /** @type {number} */ i) => ({
        id: String(i), text: formats.target(tick, data.unit), down: percentDown(tick, bounds)})));
      timeLabels(threeTimes(data.times)
        .map((time, i) => ({id: String(i), text: formats.time(time), down: null})));
    },
  };
}

/** First, middle, last. @param {(number | null)[]} times @returns {number[]} */
function threeTimes(times) {
  if (times.length < 2) return [];
  return /** @type {number[]} */ (
    [times[0], times[Math.floor((times.length - 1) / 2)], times[times.length - 1]]
      .filter((time) => time !== null));
}

function label() {
  const node = element('span');
  return {
    node,
    /** @param {{text: string, down: number | null}} item */
    update({text, down}) {
      setText(node, text);
      if (down !== null) setStyle(node, '--down', `${down}%`);
    },
  };
}

/** @param {() => Tongue} tongue */
function tablePart(tongue) {
  const summary = element('summary');
  const caption = element('caption', {class: 'spoken'});
  const heads = [0, 1, 2].map(() => element('th', {scope: 'col'}));
  const body = element('tbody');
  const rows = follow(body, () => {
    const time = element('th', {scope: 'row'});
    const own = element('td');
    const queue = element('td');
    return {
      node: element('tr', {}, time, own, queue),
      update: (/** @type {any} */ item) => {
        setText(time, item.time);
        setText(own, item.own);
        setText(queue, item.queue);
      },
    };
  });
  return {
    node: element('details', {}, summary,
      element('table', {}, caption, element('thead', {}, element('tr', {}, ...heads)), body)),
    /** @param {any} data @param {(value: number | null) => string} text */
    update(data, text) {
      const {formats, say} = tongue();
      setText(summary, say('trend.table'));
      setText(caption, data.title);
      ['trend.time', 'trend.own', 'trend.queue'].forEach((key, i) => setText(heads[i], say(key)));
      rows(sampled(data.times).map(({time, at}) => ({
        id: String(time), time: formats.time(time),
        own: text(data.own[at] ?? null), queue: text(data.queue[at] ?? null)})));
    },
  };
}

/** Newest first, evenly thinned. @param {(number | null)[]} times */
function sampled(times) {
  const every = Math.max(1, Math.ceil(times.length / TABLE_ROWS));
  const kept = [];
  for (let at = times.length - 1; at >= 0; at -= every) {
    const time = times[at];
    if (time !== null) kept.push({time, at});
  }
  return kept;
}
