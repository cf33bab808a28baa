// What the host page tells Java: one object per request, in order, never more than one on its way.

const PAUSE = 50;
/** A new document's first words, up to its figures, come at once. */
const AT_ONCE = 4;
const MOST_WAITING = 64;

/**
 * @param {(json: string) => Promise<unknown>} post
 * @param {(action: () => void, ms: number) => void} later
 */
export function reports(post, later) {
  /** @type {Map<string, any>} */
  let waiting = new Map();
  let busy = false;
  let count = 0;
  let posted = 0;

  function next() {
    const first = waiting.entries().next();
    if (first.done) {
      busy = false;
      return;
    }
    busy = true;
    const [key, report] = first.value;
    waiting.delete(key);
    // a lost report is not repeated: the next one says more
    post(JSON.stringify(report)).catch(() => {}).then(() => later(next, ++posted < AT_ONCE ? 0 : PAUSE));
  }

  /** @param {string} key @param {any} report */
  function put(key, report) {
    if (waiting.size >= MOST_WAITING && !waiting.has(key)) return;
    waiting.set(key, report);
    if (!busy) next();
  }

  return {
    /** Each of these arrives, in order. @param {any} report */
    event(report) {
      put(`${report.type} ${++count}`, report);
    },
    /** Only the newest of its type matters. @param {any} report */
    state(report) {
      put(report.type, report);
    },
  };
}
