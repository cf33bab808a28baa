// As much of a document as the pages use. Counts what is written to it.
globalThis.writes = 0;

class FakeStyle {
  values = new Map();
  getPropertyValue(name) { return this.values.get(name) ?? ''; }
  setProperty(name, value) { writes++; this.values.set(name, String(value)); }
}

/** A frame's window: keeps what was posted to it, and where it was sent. */
globalThis.fakeWindow = () => {
  const posted = [];
  const location = {href: 'about:blank', replace(address) { location.href = address; }};
  return {posted, location, postMessage: (message, origin) => posted.push({message, origin})};
};

class FakeNode {
  constructor(tag) {
    this.localName = tag;
    this.attributes = new Map();
    this.children = [];
    this.parentNode = null;
    this.style = new FakeStyle();
    this.listeners = new Map();
    this.text = '';
  }
  get classList() {
    const names = (this.getAttribute('class') ?? '').split(' ').filter(Boolean);
    return Object.assign(names, {
      add: (name) => { if (!names.includes(name)) this.setAttribute('class', [...names, name].join(' ')); }});
  }
  get id() { return this.getAttribute('id') ?? ''; }
  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.setAttribute('src', value); }
  get firstChild() { return this.children[0] ?? null; }
  get firstElementChild() { return this.firstChild; }
  get nextSibling() {
    const siblings = this.parentNode.children;
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get textContent() { return this.text + this.children.map((child) => child.textContent).join(''); }
  set textContent(value) { writes++; this.children = []; this.text = String(value); }
  setAttribute(name, value) { writes++; this.attributes.set(name, String(value)); }
  getAttribute(name) { return this.attributes.get(name) ?? null; }
  removeAttribute(name) { writes++; this.attributes.delete(name); }
  appendChild(child) { return this.insertBefore(child, null); }
  append(...nodes) { nodes.forEach((node) => this.appendChild(node)); }
  insertBefore(child, place) {
    child.remove();
    writes++;
    const at = place === null ? this.children.length : this.children.indexOf(place);
    this.children.splice(at, 0, child);
    child.parentNode = this;
    if (child.localName === 'iframe') child.contentWindow = fakeWindow();
    return child;
  }
  remove() {
    if (this.parentNode === null) return;
    writes++;
    this.parentNode.children = this.parentNode.children.filter((child) => child !== this);
    this.parentNode = null;
    if (this.localName === 'iframe') this.contentWindow = null;
    if ([this, ...this.descendants()].includes(document.activeElement)) document.activeElement = document.body;
  }
  /** As insertBefore, but what has the focus keeps it. */
  moveBefore(child, place) {
    const active = document.activeElement;
    this.insertBefore(child, place);
    document.activeElement = active;
  }
  focus() { document.activeElement = this; }
  cloneNode(deep) {
    const copy = new FakeNode(this.localName);
    this.attributes.forEach((value, name) => copy.attributes.set(name, value));
    if (deep) {
      copy.text = this.text;
      this.children.forEach((child) => copy.appendChild(child.cloneNode(true)));
    }
    return copy;
  }
  addEventListener(type, listener) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  dispatch(type, event) { (this.listeners.get(type) ?? []).forEach((listener) => listener(event)); }
  *descendants() {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }
  matches(simple) {
    if (simple.startsWith('.')) return (this.getAttribute('class') ?? '').split(' ').includes(simple.slice(1));
    if (simple.startsWith('#')) return this.id === simple.slice(1);
    if (simple.startsWith('[')) return this.attributes.has(simple.slice(1, -1));
    return this.localName === simple;
  }
  querySelectorAll(selector) {
    const path = selector.split(' ');
    return [...this.descendants()].filter((node) => {
      if (!node.matches(path[path.length - 1])) return false;
      let above = node.parentNode;
      for (const step of path.slice(0, -1).reverse()) {
        while (above !== null && !above.matches(step)) above = above.parentNode;
        if (above === null) return false;
      }
      return true;
    });
  }
  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
}

/** A new empty document under the global name. */
globalThis.freshDocument = () => {
  const root = new FakeNode('html');
  const body = root.appendChild(new FakeNode('body'));
  globalThis.document = {
    documentElement: root,
    body,
    activeElement: body,
    focused: true,
    hasFocus() { return this.focused; },
    listeners: new FakeNode('listeners'),
    createElement: (tag) => new FakeNode(tag),
    createElementNS: (_, tag) => new FakeNode(tag),
    getElementById: (id) => root.querySelector(`#${id}`),
    querySelectorAll: (selector) => root.querySelectorAll(selector),
    addEventListener(type, listener) { this.listeners.addEventListener(type, listener); },
  };
  globalThis.writes = 0;
  return document;
};
