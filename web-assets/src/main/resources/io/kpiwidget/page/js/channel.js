// The host page's line to the KPI view: a message port, which belongs to one document and dies
// with it. Frames on it are {v, seq, body}.

export const PROTOCOL = 1;
const HELLO = 'kpi:hello';

/**
 * The bodies of one direction, each once and in order; anything else is dropped.
 *
 * @param {(body: any) => void} receive
 * @returns {(event: {data: any}) => void}
 */
export function inOrder(receive) {
  let last = 0;
  return ({data}) => {
    if (data === null || typeof data !== 'object' || data.v !== PROTOCOL) return;
    if (!Number.isSafeInteger(data.seq) || data.seq <= last) return;
    last = data.seq;
    receive(data.body);
  };
}

/**
 * @param {{postMessage: (frame: any) => void}} port
 * @returns {(body: any) => void}
 */
export function numbered(port) {
  let seq = 0;
  return (body) => port.postMessage({v: PROTOCOL, seq: ++seq, body});
}

/**
 * The KPI view's end: it speaks first, to the one origin that the generator wrote into it.
 *
 * @param {string} hostOrigin
 * @param {(body: any) => void} receive
 */
export function callHost(hostOrigin, receive) {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = inOrder(receive);
  window.parent.postMessage({type: HELLO, v: PROTOCOL}, hostOrigin, [port2]);
  return numbered(port1);
}

/**
 * The host page's end. Keeps the newest body of each type and says it again to a new document.
 *
 * @param {{source: () => unknown, receive: (body: any) => void, opened: () => void}} options
 */
export function kpiLine({source, receive, opened}) {
  /** @type {MessagePort | null} */
  let port = null;
  /** @type {((body: any) => void) | null} */
  let say = null;
  /** @type {Map<string, any>} */
  const newest = new Map();

  /** @param {MessagePort} next */
  function open(next) {
    if (port) port.close();
    port = next;
    port.onmessage = inOrder(receive);
    say = numbered(port);
    opened();
    for (const body of newest.values()) say(body);
  }

  return {
    /** Whether this was the KPI view's hello. @param {MessageEvent} event */
    accept(event) {
      const frame = source();
      if (event.isTrusted !== true || !frame || event.source !== frame) return false;
      if (event.origin !== 'null' || event.ports.length !== 1) return false;
      if (!event.data || event.data.type !== HELLO || event.data.v !== PROTOCOL) return false;
      open(event.ports[0]);
      return true;
    },
    /** @param {{type: string}} body */
    send(body) {
      newest.set(body.type, body);
      if (say) say(body);
    },
  };
}
