// The platform's shell: the frame that is shown and, while a new address loads, its successor.

import {platformAddress} from './platform-address.js';
import {platformFrame} from './platform-frame.js';

const READY_WITHIN = 10000;
const TRY_AGAIN_AFTER = 30000;
// what is handed back to a successor shall be on the screen when it is
const SETTLES_WITHIN = 100;
const LOOK_AGAIN_AFTER = 500;
// enough for a successor to load while the old token still works
const BEFORE_THE_END = 15000;
const DEEPEST = 16;

/**
 * @param {{origins: string[], messages: import('./message-filter.js').Messages,
 *   fallbackHeight: number, limits: {least: number, greatest: number},
 *   rejections: import('./message-filter.js').Rejections,
 *   now: () => number, later: (action: () => void, ms: number) => void,
 *   report: (report: any) => void, heard: () => void, changed: () => void}} options
 *   `heard` after each message of a frame, `changed` when there are other frames or news of them
 */
export function platformShell({origins, messages, fallbackHeight, limits, rejections, now, later,
  report, heard, changed}) {
  /** @type {import('./platform-frame.js').PlatformFrame | null} */
  let shown = null;
  /** @type {import('./platform-frame.js').PlatformFrame | null} */
  let next = null;
  /** @type {import('./platform-frame.js').Target | null} */
  let wanted = null;
  // in here and in the frame it is posted to, nowhere else
  /** @type {string | null} */
  let token = null;
  /** The shell's own words about itself, such as its filter; for its own origin only.
   * @type {{origin: string, words: string} | null} */
  let state = null;
  let turn = 0;

  const owner = {able, quarantined, refused: () => trouble('token-not-taken')};

  /** @param {string} code */
  function trouble(code) {
    report({type: 'trouble', code});
  }

  /** @param {import('./platform-frame.js').PlatformFrame | null} frame */
  function forget(frame) {
    if (frame === null) return;
    frame.remove();
    if (frame === shown) shown = null;
    if (frame === next) next = null;
    changed();
  }

  /**
   * Whoever floods stays away until there is another address.
   *
   * @param {import('./platform-frame.js').PlatformFrame} frame
   */
  function quarantined(frame) {
    turn++;
    if (frame === shown) report({type: 'blank'});
    forget(frame);
    trouble('quarantined');
  }

  /**
   * The frame that a message came from, or from somewhere within it.
   *
   * @param {any} source
   */
  function frameOf(source) {
    for (let depth = 0, at = source; at && depth < DEEPEST; depth++, at = at.parent) {
      const frame = [shown, next].find((one) => one?.owns(at));
      if (frame || at === at.parent) return frame ?? null;
    }
    return null;
  }

  /** Whether a new document now would take the agent's work away. */
  function agentWorksInIt() {
    return shown !== null && document.hasFocus() && document.activeElement === shown.element
      && now() < shown.target.endsAt - BEFORE_THE_END;
  }

  /** @param {import('./platform-frame.js').Target} target */
  function load(target) {
    const mine = ++turn;
    const ifStillWanted = (/** @type {() => void} */ action) => () => {
      if (mine === turn) action();
    };
    const again = ifStillWanted(() => load(target));
    forget(next);
    const succeeds = shown !== null && shown.able();
    if (succeeds && agentWorksInIt()) return later(again, LOOK_AGAIN_AFTER);
    const frame = create(target, shown);
    if (succeeds) {
      next = frame;
    } else {
      forget(shown);
      shown = frame;
    }
    frame.open(/** @type {HTMLElement} */ (document.getElementById('frames')), succeeds);
    changed();
    later(ifStillWanted(() => { if (!frame.able()) late(frame, again); }), READY_WITHIN);
  }

  /**
   * @param {import('./platform-frame.js').Target} target
   * @param {import('./platform-frame.js').PlatformFrame | null} before
   */
  function create(target, before) {
    const template = /** @type {HTMLTemplateElement} */ (
      document.getElementById('platform-frame'));
    const element = /** @type {HTMLIFrameElement} */ (
      template.content.firstElementChild?.cloneNode(true));
    const startHeight = before ? before.height() : fallbackHeight;
    return platformFrame({element, target, messages, startHeight, limits, rejections, now, later,
      owner,
      // a frame of another tenant, about to be replaced, has no use for the new one's
      token: () => (target.origin === wanted?.origin ? token : null)});
  }

  /** @param {import('./platform-frame.js').PlatformFrame} frame @param {() => void} again */
  function late(frame, again) {
    // one that listens lacks its token, and that was told
    if (!frame.listens()) trouble('not-ready');
    if (frame !== next) return;
    forget(next);
    later(again, TRY_AGAIN_AFTER);
  }

  /** @param {import('./platform-frame.js').PlatformFrame} frame */
  function able(frame) {
    if (frame === shown) report({type: 'ready'});
    if (frame === next) later(() => { if (frame === next) swap(frame); }, SETTLES_WITHIN);
  }

  /**
   * In one task, so that no picture is drawn in between.
   *
   * @param {import('./platform-frame.js').PlatformFrame} frame
   */
  function swap(frame) {
    const {scrollX, scrollY} = window;
    const hadFocus = shown !== null && document.activeElement === shown.element;
    const before = shown;
    shown = frame;
    next = null;
    before?.remove();
    frame.reveal();
    if (hadFocus) frame.element.focus();
    window.scrollTo(scrollX, scrollY);
    changed();
    report({type: 'ready'});
  }

  /**
   * @param {import('./platform-frame.js').PlatformFrame} frame
   * @param {Readonly<Record<string, any>>} message
   */
  function accepted(frame, message) {
    if (frame.hear()) changed();
    else heard();
    // a state is between the shell and its successor
    const {origin} = frame.target;
    if (frame === shown && message.type === 'widget:state') state = {origin, words: message.state};
    else if (frame === shown) report({type: 'widget', message});
    if (message.type === 'widget:dimensions') frame.dimensions(message.height);
    if (message.type === 'widget:ready') frame.ready(state?.origin === origin ? state.words : null);
    if (message.type === 'widget:token-taken') frame.tokenTaken();
  }

  return {
    /** Another address, or null for none. @param {any} event */
    show({src, mode, livesMillis}) {
      const found = src === null ? null : platformAddress(src, origins, (text) => new URL(text));
      if (found === null) {
        if (src !== null) rejections.add('platform-address');
        else this.clear();
      } else if (found.address !== wanted?.address) {
        // another tenant's token comes after its address; the one before is not for it
        if (wanted && found.origin !== wanted.origin) token = null;
        wanted = {...found, mode, endsAt: now() + (livesMillis ?? 0)};
        load(wanted);
      }
    },
    clear() {
      turn++;
      wanted = null;
      state = null;
      forget(next);
      forget(shown);
    },
    /** Another token, or null for none. @param {string | null} value */
    token(value) {
      token = value;
      shown?.tokenChanged();
      next?.tokenChanged();
    },
    /** What may be told of a frame, if it is ours: no query, no fragment. @param {Element} element */
    about(element) {
      const frame = [shown, next].find((one) => one?.element === element);
      return frame ? frame.about() : null;
    },
    /** Whether this came from a frame of ours, or from within one. @param {MessageEvent} event */
    take(event) {
      const frame = frameOf(event.source);
      const verdict = frame?.check(event);
      if (frame && verdict?.accepted) accepted(frame, verdict.message);
      return frame !== null;
    },
  };
}
