// The agent's queues, worst first, as they come.

import {fill, follow} from './dom.js';
import {figureParts} from './tiles.js';

/** @typedef {import('./tiles.js').Tongue} Tongue */
/** @typedef {import('./tiles.js').Nodes} Nodes */

/** @param {Nodes} head */
export const column = (head) => (/** @type {any} */ {title}) => fill(head, {title});

/** @param {Tongue} tongue */
export const row = (tongue) => (/** @type {Nodes} */ nodes) => {
  const cells = follow(nodes.row, 'cell', cell(tongue), 1);
  return (/** @type {any} */ {cells: figures, id, status, title}) => {
    fill(nodes, {
      row: {'data-id': id, 'data-status': status},
      title,
      status: tongue.words[status],
    });
    cells(figures);
  };
};

/** @param {Tongue} tongue */
const cell = (tongue) => (/** @type {Nodes} */ nodes) => (/** @type {any} */ figure) =>
  fill(nodes, {
    cell: {'data-id': figure.id, 'data-status': figure.status, title: figure.reason},
    ...figureParts(figure, tongue),
  });
