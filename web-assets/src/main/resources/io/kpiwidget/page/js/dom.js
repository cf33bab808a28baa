// Small hands for the document. Each writes only what differs from what is there.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {Node[]} children
 * @returns {any}
 */
export function element(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {Node[]} children
 * @returns {any}
 */
export function drawing(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG, tag), attributes, children);
}

/** @param {Element} node @param {Record<string, string>} attributes @param {Node[]} children */
function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  for (const child of children) node.appendChild(child);
  return node;
}

/** @param {Element} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {Element} node @param {string} name @param {string | null} value null takes it away */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** @param {Element} node @param {boolean} shown */
export function show(node, shown) {
  setAttribute(node, 'hidden', shown ? null : '');
}

/** @param {HTMLElement} node @param {string} name @param {string} value */
export function setStyle(node, name, value) {
  if (node.style.getPropertyValue(name) !== value) node.style.setProperty(name, value);
}

/**
 * Children that follow a list: one part per id, made once, moved only when the order changes.
 *
 * @template T
 * @param {Element} parent
 * @param {() => {node: Element, update: (item: T) => void}} make
 */
export function follow(parent, make) {
  /** @type {Map<string, {node: Element, update: (item: T) => void}>} */
  let parts = new Map();
  return (/** @type {(T & {id: string})[]} */ items) => {
    const ids = new Set(items.map((item) => item.id));
    for (const [id, part] of parts) if (!ids.has(id)) part.node.remove();
    const next = new Map();
    let place = parent.firstChild;
    for (const item of items) {
      const part = parts.get(item.id) || make();
      part.update(item);
      next.set(item.id, part);
      if (part.node === place) place = place.nextSibling;
      else parent.insertBefore(part.node, place);
    }
    parts = next;
  };
}
