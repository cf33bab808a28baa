// One iframe of the platform with all that judges it: a filter, a height and a hand-over of its own.

import {heightController} from './height.js';
import {messageFilter} from './message-filter.js';
import {tokenHandOver} from './token-hand-over.js';

/**
 * @typedef {{address: string, origin: string, mode: string, endsAt: number}} Target
 *   `mode` is how the token comes, `endsAt` (monotonic ms) when a token in the address dies
 * @typedef {ReturnType<typeof platformFrame>} PlatformFrame
 * @typedef {{able: (frame: PlatformFrame) => void, quarantined: (frame: PlatformFrame) => void,
 *   refused: () => void}} Owner
 *
 * @param {{element: HTMLIFrameElement, target: Target, startHeight: number,
 *   messages: import('./message-filter.js').Messages,
 *   limits: {least: number, greatest: number},
 *   rejections: import('./message-filter.js').Rejections, now: () => number,
 *   later: (action: () => void, ms: number) => void, token: () => string | null,
 *   owner: Owner}} options
 */
export function platformFrame({element, target, messages, startHeight, limits, rejections, now, later,
  token, owner}) {
  const {origin} = target;
  const height = heightController({...limits, now});
  const filter = messageFilter({origin, messages, now, rejections,
    source: () => element.contentWindow, quarantine: () => owner.quarantined(self)});
  const handOver = target.mode === 'post'
    ? tokenHandOver({post: postToken, later, taken: able, failed: owner.refused}) : null;
  let pixels = startHeight;
  /** What a hidden frame said. @type {number | null} */
  let reported = null;
  let hidden = false;
  let heard = false;
  let listens = false;
  let isAble = false;

  /** @param {object} message */
  function post(message) {
    // to the one origin: a document from elsewhere in this frame gets nothing
    element.contentWindow?.postMessage(message, origin);
  }

  function postToken() {
    const present = token();
    if (present !== null) post({type: 'widget:token', token: present});
    return present !== null;
  }

  function able() {
    isAble = true;
    owner.able(self);
  }

  /** @param {number} wanted */
  function follow(wanted) {
    const allowed = height.offer(wanted);
    if (allowed === null) return;
    pixels = allowed;
    element.style.setProperty('height', `${pixels}px`);
  }

  const self = {
    element,
    target,
    check: filter.check,
    /** Whether it can show figures: it has said that it is ready, and has its token. */
    able: () => isAble,
    listens: () => listens,
    height: () => pixels,
    /** @param {unknown} source */
    owns: (source) => element.contentWindow !== null && source === element.contentWindow,
    about: () => ({origin: heard ? origin : '', src: target.address.split(/[?#]/)[0]}),
    /** True for the first message of its origin. */
    hear() {
      const first = !heard;
      heard = true;
      return first;
    },
    /** Begins to load beside the frame that is shown. @param {HTMLElement} place */
    open(place, asSuccessor = false) {
      hidden = asSuccessor;
      if (hidden) element.setAttribute('id', 'platform-next');
      // at once, not after a silence: a frame that says nothing has its height, and nothing jumps
      follow(startHeight);
      if (target.mode !== 'fragment') element.src = target.address;
      place.append(element);
      // as an attribute, the token would stand in the document and in its resource timings
      if (target.mode === 'fragment') element.contentWindow?.location.replace(target.address);
    },
    /** Takes the place, and the name, of the frame that was shown. */
    reveal() {
      hidden = false;
      element.setAttribute('id', 'platform');
      if (reported !== null) follow(reported);
    },
    /** @param {number} wanted */
    dimensions(wanted) {
      // before it shows figures a frame is as low as its empty page
      if (hidden) reported = wanted;
      else follow(wanted);
    },
    /** @param {string | null} state what the document before it last said of itself */
    ready(state) {
      listens = true;
      if (state !== null) post({type: 'widget:restore', state});
      if (handOver) handOver.ready();
      else able();
    },
    tokenChanged: () => handOver?.changed(),
    tokenTaken: () => handOver?.acknowledged(),
    remove: () => element.remove(),
  };
  return self;
}
