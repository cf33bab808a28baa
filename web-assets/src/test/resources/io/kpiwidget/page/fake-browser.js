// As much of a browser as the page scripts use. Needs fake-dom.js.
globalThis.fakeBrowser = (config, frames) => {
  const document = freshDocument();
  const add = (tag, attributes) => {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    return node;
  };
  const data = add('script', {id: 'config'});
  data.textContent = JSON.stringify(config);
  const main = add('main', {id: 'frames'});
  document.body.append(data, main);
  if (frames.includes('kpi')) main.append(add('iframe', {id: 'kpi', sandbox: 'allow-scripts', src: 'kpi.x.html'}));
  if (frames.includes('platform')) {
    const template = add('template', {id: 'platform-frame'});
    template.content = add('fragment', {});
    template.content.append(add('iframe', {id: 'platform', sandbox: 'allow-scripts allow-same-origin allow-forms'}));
    main.append(template);
    template.content.remove();
  }
  const browser = {
    document, time: 0, posts: [], timers: [], streams: [], listeners: [],
    /** Runs what is due after so many milliseconds. */
    pass(ms) {
      const until = browser.time + ms;
      for (;;) {
        const due = browser.timers.filter(({at}) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        browser.timers = browser.timers.filter((timer) => timer !== due);
        browser.time = Math.max(browser.time, due.at);
        due.action();
      }
      browser.time = until;
    },
    /** Java's next event. */
    event(body) { browser.streams.at(-1).onmessage({data: typeof body === 'string' ? body : JSON.stringify(body)}); },
    message(event) { browser.listeners.forEach((listener) => listener(event)); },
    port() {
      const port = {sent: [], close() { port.closed = true; }, postMessage: (frame) => port.sent.push(frame)};
      return port;
    },
    posted: (type) => browser.posts.filter((post) => post.type === type),
  };
  Object.assign(globalThis, {
    window: {
      scrollX: 0, scrollY: 0,
      scrollTo(x, y) { Object.assign(window, {scrollX: x, scrollY: y}); },
      addEventListener: (type, listener) => { if (type === 'message') browser.listeners.push(listener); },
    },
    history: {length: 1},
    performance: {now: () => browser.time},
    setTimeout: (action, ms) => browser.timers.push({action, at: browser.time + ms}),
    clearTimeout() {},
    fetch: (path, {body}) => {
      browser.posts.push(JSON.parse(body));
      // settles at once, so that no test waits for a turn of the engine
      return {catch: () => ({then: (next) => next()})};
    },
    EventSource: class {
      static CLOSED = 2;
      readyState = 1;
      constructor(url) { this.url = url; browser.streams.push(this); }
    },
    URL: class {
      constructor(text) {
        const match = /^(https?):\/\/(?:([^/@]*)@)?([^/?#@]+)([^?#]*)([^#]*)/.exec(text);
        if (match === null) throw new TypeError(text);
        Object.assign(this, {origin: `${match[1]}://${match[3]}`, username: match[2] ?? '', password: '',
          pathname: match[4], search: match[5], href: text});
      }
    },
  });
  return browser;
};
