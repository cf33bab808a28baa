// Turns a coded vector into the event that a page would get.
(() => {
  const special = {
    nan: () => NaN, inf: () => Infinity, '-inf': () => -Infinity, '-0': () => -0,
    undef: () => undefined, map: () => new Map([['type', 'widget:ready']]),
    error: () => new Error('widget:ready'), 'array-buffer': () => new ArrayBuffer(1 << 20),
    sparse: () => { const a = []; a.length = 2 ** 32 - 1; return a; },
    'own-proto': () => JSON.parse('{"type":"widget:ready","__proto__":{"polluted":1}}'),
    cycle: () => { const o = {type: 'widget:ready'}; o.self = o; return o; },
    bigint: (n) => BigInt(n), boxed: (n) => Object(Number(n)),
    str: (n) => 'x'.repeat(Number(n)),
    keys: (n) => {
      const many = {};
      for (let i = 0; i < Number(n); i++) many[`k${i}`] = i;
      return many;
    },
    deep: (n) => {
      let deep = {};
      for (let i = 0; i < Number(n); i++) deep = {deep};
      return {type: 'widget:ready', deep};
    },
  };
  function decode(value) {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value.$ === 'string') {
      const [name, argument] = value.$.split(':');
      if (!(name in special)) throw new Error(`unknown code ${value.$}`);
      return special[name](argument);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
  }
  // those special values that JSON can say
  const inJson = /^(?:str|keys|own-proto)\b/;
  /** The data as JSON; empty where it is no JSON. */
  globalThis.vectorJson = (json) => {
    const {data} = JSON.parse(json);
    let plain = true;
    JSON.stringify(data, (key, value) => {
      if (value && typeof value.$ === 'string' && !inJson.test(value.$)) plain = false;
      return value;
    });
    return plain ? JSON.stringify(decode(data)) : '';
  };
  globalThis.vectorData = (json) => decode(JSON.parse(json).data);
  globalThis.vectorEvent = (json, sources) => {
    const coded = JSON.parse(json);
    const event = {isTrusted: coded.trusted, source: sources[coded.source], origin: coded.origin,
      ports: Array.from({length: coded.ports ?? 0}, () => ({})), reads: 0};
    Object.defineProperty(event, 'data', {get() {
      event.reads++;
      if (coded.data && coded.data.$ === 'throw') throw new Error('DataCloneError');
      return decode(coded.data);
    }});
    return event;
  };
})();
