// The KPI view's page as it was generated, in as much of a browser as it uses. Needs fake-dom.js.

/** A node from [tag, attributes, text, children]. A template's children are its content. */
globalThis.nodeFrom = ([tag, attributes, text, children]) => {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.text = text;
  const place = tag === 'template' ? node.content = document.createElement('fragment') : node;
  children.forEach((child) => place.appendChild(nodeFrom(child)));
  return node;
};

globalThis.fakePage = (tree, start, words) => {
  freshDocument();
  document.documentElement = nodeFrom(tree);
  document.body = document.activeElement = document.documentElement.children.find(({localName}) => localName === 'body');
  const byId = new Map(document.body.querySelectorAll('[id]').map((node) => [node.id, node]));
  document.getElementById = (id) => byId.get(id) ?? null;
  const page = {
    time: 0, sent: [], timers: [], hello: null, seq: 0,
    /** Runs what is due after so many milliseconds. */
    pass(ms) {
      const until = page.time + ms;
      for (;;) {
        const due = page.timers.filter(({at}) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        page.timers = page.timers.filter((timer) => timer !== due);
        page.time = Math.max(page.time, due.at);
        if (due.every) page.timers.push({...due, at: due.at + due.every});
        due.action();
      }
      page.time = until;
    },
    /** The host's next word; a copy, as it comes through a port. */
    hear: (body, seq = ++page.seq) => page.port.onmessage({data: {v: 1, seq, body}}),
    show: (snapshot) => page.hear(snapshot),
    posted: (type) => page.sent.filter((body) => body.type === type),
    readBack() { page.pass(300); return page.posted('shown').at(-1); },
    all: (selector) => document.body.querySelectorAll(selector),
    texts: (selector) => page.all(selector).map((node) => node.textContent),
    hidden: (selector) => page.all(selector)[0].getAttribute('hidden') !== null,
  };
  const later = (action, ms = 0, every) => page.timers.push({action, at: page.time + Math.max(0, ms), every});
  Object.assign(globalThis, {
    window: {parent: {postMessage: (message, origin, [port]) => { page.hello = {message, origin}; }}},
    MessageChannel: class {
      port1 = page.port = {postMessage: ({body}) => page.sent.push(body), close() {}};
      port2 = {};
    },
    performance: {now: () => page.time},
    setTimeout: (action, ms) => later(action, ms),
    setInterval: (action, ms) => later(action, ms, ms),
    requestAnimationFrame: (action) => later(action, 16),
  });
  start();
  page.hear({type: 'words', words});
  globalThis.writes = 0;
  return page;
};
