// The agent's queues, worst first. The roles are spelled out because a narrow view lays rows out as
// boxes, and a browser may then forget that they are a table.

import {element, follow, setAttribute, setText} from './dom.js';
import {glyph, reason, valuePart} from './tiles.js';

/** @typedef {import('./tiles.js').Tongue} Tongue */

/** @param {() => Tongue} tongue */
export function queueTable(tongue) {
  const caption = element('caption', {class: 'spoken'});
  const corner = element('th', {scope: 'col', role: 'columnheader'});
  const head = element('tr', {role: 'row'}, corner);
  const body = element('tbody');
  const rows = follow(body, () => row(tongue));
  /** @type {Element[]} */
  let columns = [];

  /** @param {any[]} cells */
  function heads(cells) {
    while (columns.length > cells.length) /** @type {any} */ (columns.pop()).parentNode.remove();
    while (columns.length < cells.length) {
      const title = element('bdi');
      columns.push(title);
      head.appendChild(element('th', {scope: 'col', role: 'columnheader'}, title));
    }
    cells.forEach((cell, i) => setText(columns[i], cell.title));
  }

  return {
    node: element('table', {role: 'table'}, caption, element('thead', {}, head), body),
    /** @param {any[]} queues */
    update(queues) {
      const {say} = tongue();
      setText(caption, say('queues.caption'));
      setText(corner, say('queues.queue'));
      heads(queues.length > 0 ? queues[0].cells : []);
      rows(queues);
    },
  };
}

/** @param {() => Tongue} tongue */
function row(tongue) {
  const mark = element('span', {class: 'mark', 'aria-hidden': 'true'});
  const name = element('bdi');
  const status = element('span', {class: 'spoken'});
  const node = element('tr', {role: 'row'},
    element('th', {scope: 'row', role: 'rowheader'}, mark, name, status));
  /** @type {{td: Element, value: ReturnType<typeof valuePart>}[]} */
  const cells = [];

  /** @param {number} count */
  function room(count) {
    while (cells.length > count) /** @type {any} */ (cells.pop()).td.remove();
    while (cells.length < count) {
      const value = valuePart('cell');
      const td = element('td', {role: 'cell'}, ...value.nodes);
      cells.push({td, value});
      node.appendChild(td);
    }
  }

  return {
    node,
    /** @param {any} queue */
    update(queue) {
      const {formats, say} = tongue();
      setAttribute(node, 'data-id', queue.id);
      setAttribute(node, 'data-status', queue.status);
      setText(mark, glyph(queue.status));
      setText(name, queue.name);
      setText(status, queue.status === 'neutral' ? '' : `, ${say(`status.${queue.status}`)}`);
      room(queue.cells.length);
      queue.cells.forEach((/** @type {any} */ figure, /** @type {number} */ i) => {
        setAttribute(cells[i].td, 'data-kpi', figure.id);
        setAttribute(cells[i].td, 'data-status', figure.status);
        setAttribute(cells[i].td, 'title', reason(figure, say) || null);
        cells[i].value.update(figure, {formats, say});
      });
    },
  };
}
