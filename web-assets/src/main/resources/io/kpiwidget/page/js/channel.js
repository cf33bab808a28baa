// The KPI view's line to its host page: a message port, which belongs to one document and dies with
// it. Frames on it are {v, seq, body}; kpi-port.schema.json says it all.

export const PROTOCOL = 1;
export const HELLO = 'kpi:hello';

/**
 * The bodies of one direction, each once and in order; anything else is refused.
 *
 * @param {(body: any) => void} receive
 * @param {(reason: string) => void} refused
 * @returns {(event: {data: any}) => void}
 */
export function inOrder(receive, refused) {
  let last = 0;
  return ({data}) => {
    if (data?.v !== PROTOCOL) {
      refused('port-version');
    } else if (!Number.isSafeInteger(data.seq) || data.seq <= last) {
      refused('port-order');
    } else {
      last = data.seq;
      receive(data.body);
    }
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
 * The view's end: it speaks first, to the one origin that the generator wrote into it, and names
 * the oldest and the newest protocol that it knows.
 *
 * @param {string} hostOrigin
 * @param {(body: any) => void} receive
 */
export function callHost(hostOrigin, receive) {
  const {port1, port2} = new MessageChannel();
  const say = numbered(port1);
  port1.onmessage = inOrder(receive, (reason) => say({type: 'rejected', counts: {[reason]: 1}}));
  window.parent.postMessage({type: HELLO, oldest: PROTOCOL, newest: PROTOCOL}, hostOrigin, [port2]);
  return say;
}
