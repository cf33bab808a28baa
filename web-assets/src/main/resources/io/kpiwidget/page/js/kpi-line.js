// The host page's end of the line to the KPI view.

import {HELLO, PROTOCOL, inOrder, numbered} from './channel.js';
import {messageFilter} from './message-filter.js';

// a document's hello and the load event of its frame come in any order
const HELLO_WITHIN = 1000;
const BEAT = 2000;
// a process may go soon; until the first answer nobody would miss it
const FIRST_BEAT = 100;
const MISSED = 2;
const VERSION = {type: 'integer', minimum: 1, maximum: 1000};
const MESSAGES = {[HELLO]: {
  means: HELLO, fields: {oldest: VERSION, newest: VERSION}, required: ['oldest', 'newest']}};

/**
 * Keeps the newest body of each type and says it again to a new document.
 *
 * @param {{source: () => unknown, now: () => number,
 *   later: (action: () => void, ms: number) => void,
 *   rejections: import('./message-filter.js').Rejections, receive: (body: any) => void,
 *   opened: () => void, closed: () => void, silent: () => void, quarantine: () => void}} options
 *   `opened` when a document has its line, `closed` when its frame has a document that asks for
 *   none, `silent` when it had one and answers no more: nothing else tells that its process is gone
 */
export function kpiLine({source, now, later, rejections, receive, opened, closed, silent,
  quarantine}) {
  // a frame of opaque origin may hand over its port, and has nothing else to say to the window
  const filter = messageFilter({origin: 'null', ports: 1, messages: MESSAGES, source, now,
    rejections, quarantine: () => { revoke(); quarantine(); }});
  /** @type {MessagePort | null} */
  let port = null;
  /** @type {((body: any) => void) | null} */
  let say = null;
  /** @type {Map<string, any>} */
  const newest = new Map();
  let saidHello = false;
  let owesHello = false;
  let loads = 0;
  let unanswered = 0;

  function revoke() {
    port?.close();
    port = null;
    say = null;
  }

  /** @param {MessagePort} next */
  function open(next) {
    revoke();
    if (owesHello) owesHello = false;
    else saidHello = true;
    port = next;
    // a view that knows no ping is not missed
    let answers = false;
    port.onmessage = inOrder((body) => {
      unanswered = 0;
      answers ||= body?.type === 'ping';
      receive(body);
    }, rejections.add);
    say = numbered(port);
    say({type: 'welcome'});
    opened();
    for (const body of newest.values()) say(body);
    unanswered = 0;
    later(() => beat(next, () => answers), FIRST_BEAT);
  }

  /** @param {MessagePort} mine @param {() => boolean} answers */
  function beat(mine, answers) {
    if (mine !== port) return;
    if (answers() && unanswered > MISSED) {
      revoke();
      silent();
      return;
    }
    unanswered++;
    say?.({type: 'ping'});
    later(() => beat(mine, answers), BEAT);
  }

  /**
   * Tells a view that knows other versions which one is spoken here.
   *
   * @param {MessagePort} stranger
   */
  function turnAway(stranger) {
    rejections.add('hello-version');
    stranger.postMessage({v: 0, seq: 1,
      body: {type: 'refused', reason: 'version', oldest: PROTOCOL, newest: PROTOCOL}});
    stranger.close();
  }

  return {
    /**
     * Whether this came from the KPI view's frame, of which only a hello is heard.
     *
     * @param {MessageEvent} event
     */
    take(event) {
      const frame = source();
      if (!frame || event.source !== frame) return false;
      const verdict = filter.check(event);
      if (!verdict.accepted) return true;
      const {oldest, newest: latest} = verdict.message;
      if (oldest <= PROTOCOL && PROTOCOL <= latest) open(event.ports[0]);
      else turnAway(event.ports[0]);
      return true;
    },
    /** The frame has another document: what the one before had is not for this one. */
    loaded() {
      const mine = ++loads;
      owesHello = !saidHello;
      saidHello = false;
      if (!owesHello) return;
      revoke();
      later(() => { if (owesHello && mine === loads) closed(); }, HELLO_WITHIN);
    },
    /** @param {{type: string}} body */
    send(body) {
      newest.set(body.type, body);
      say?.(body);
    },
  };
}
