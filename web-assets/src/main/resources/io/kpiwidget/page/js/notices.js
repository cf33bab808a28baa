// News above the tiles, until it passes by itself or the agent takes it away.

import {element, follow, setAttribute, setText, show} from './dom.js';

/**
 * @param {() => import('./tiles.js').Tongue} tongue
 */
export function notices(tongue) {
  /** @type {Set<string>} */
  const dismissed = new Set();
  /** @type {any[]} */
  let known = [];
  const node = element('ul', {class: 'news', role: 'list', hidden: ''});
  const follower = follow(node, () => line(tongue, dismiss));

  /** @param {string} id */
  function dismiss(id) {
    dismissed.add(id);
    update(known);
  }

  /** @param {any[]} now */
  function update(now) {
    known = now;
    const ids = new Set(now.map(({id}) => id));
    for (const id of dismissed) if (!ids.has(id)) dismissed.delete(id);
    const left = now.filter(({id}) => !dismissed.has(id));
    follower(left);
    show(node, left.length > 0);
  }

  return {
    node,
    update,
    /** Another agent has read none of it. */
    forget() {
      dismissed.clear();
    },
  };
}

/** @param {() => import('./tiles.js').Tongue} tongue @param {(id: string) => void} dismiss */
function line(tongue, dismiss) {
  let id = '';
  const sentence = element('bdi', {class: 'what'});
  const next = element('bdi', {class: 'then'});
  const button = element('button', {type: 'button'});
  setText(button, '\u00d7');
  button.addEventListener('click', () => dismiss(id));
  return {
    node: element('li', {}, element('p', {}, sentence, next), button),
    /** @param {any} notice */
    update(notice) {
      id = notice.id;
      setText(sentence, notice.sentence);
      setText(next, notice.nextStep);
      setAttribute(button, 'aria-label', tongue().say('dismiss', {sentence: notice.sentence}));
    },
  };
}
