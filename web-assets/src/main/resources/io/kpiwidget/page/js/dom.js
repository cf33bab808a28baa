// Small hands for the document: copies of its templates, and writes that touch only what differs.

/**
 * An element and those below it that have a class, by their first one.
 *
 * @param {Element} root
 * @returns {Record<string, any>}
 */
export function parts(root) {
  return Object.fromEntries([root, ...root.querySelectorAll('[class]')]
    .map((node) => [node.classList[0], node]));
}

/**
 * Writes texts, or attributes and perhaps the `text` beside them. True is an attribute without a
 * value; anything else that is empty takes it away.
 *
 * @param {Record<string, any>} nodes
 * @param {Record<string, any>} values
 */
export function fill(nodes, values) {
  for (const part in values) {
    const wanted = typeof values[part] === 'object' ? values[part] : {text: values[part]};
    for (const name in wanted) write(nodes[part], name, wanted[name]);
  }
}

/** @param {any} node @param {string} name @param {any} value */
function write(node, name, value) {
  // asking the document what it says costs more than to remember it
  const said = node.said ??= {};
  if (said[name] === value) return;
  said[name] = value;
  if (name === 'text') node.textContent = value;
  else if (value) node.setAttribute(name, value === true ? '' : value);
  else node.removeAttribute(name);
}

/**
 * Children that follow a list: one copy of a template per id, made once, moved only when the order
 * changes, and updated only when its item says something else than before.
 *
 * @param {any} parent
 * @param {string} template
 * @param {(nodes: Record<string, any>) => (item: any) => void} furnish
 * @param {number} first how many other children come before
 */
export function follow(parent, template, furnish, first = 0) {
  /** @type {Map<string, {node: any, update: (item: any) => void, said?: string}>} */
  let shown = new Map();

  function make() {
    const node = /** @type {any} */ (document.getElementById(template)).content.firstElementChild
      .cloneNode(true);
    return {node, update: furnish(parts(node))};
  }

  return (/** @type {any[]} */ items) => {
    const next = new Map(items.map(({id}) => [id, shown.get(id) ?? make()]));
    for (const [id, {node}] of shown) if (!next.has(id)) node.remove();
    shown = next;
    items.forEach((item, i) => {
      const part = /** @type {any} */ (next.get(item.id));
      const said = JSON.stringify(item);
      if (part.said !== said) part.update(item);
      part.said = said;
      const place = parent.children[first + i] ?? null;
      // what is moved, not inserted again, keeps the focus
      if (part.node !== place) {
        parent[part.node.parentNode && parent.moveBefore ? 'moveBefore' : 'insertBefore'](
          part.node, place);
      }
    });
  };
}
