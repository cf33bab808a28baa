// What a screen reader is told unasked: changes of status, never ticks.

const QUIET = 15000;

/**
 * @param {{say: (text: string) => void, now: () => number,
 *   later: (action: () => void, ms: number) => void}} options
 */
export function announcer({say, now, later}) {
  /** @type {Map<string, string>} */
  let known = new Map();
  /** @type {Map<string, string>} */
  let waiting = new Map();
  let last = -Infinity;
  let planned = false;

  function speak() {
    planned = false;
    if (waiting.size === 0) return;
    last = now();
    say([...waiting.values()].join('. '));
    waiting = new Map();
  }

  return {
    /**
     * The statuses by id, and the sentence for each. The first ones are not told, but what is
     * `news` by itself is, once.
     *
     * @param {{id: string, status: string, sentence: string, news?: boolean}[]} items
     */
    hear(items) {
      const before = known;
      known = new Map(items.map(({id, status}) => [id, status]));
      for (const {id, status, sentence, news} of items) {
        const last = before.get(id);
        const other = news ? last === undefined : last !== undefined && last !== status;
        if (sentence !== '' && other) waiting.set(id, sentence);
      }
      if (waiting.size === 0 || planned) return;
      planned = true;
      later(speak, Math.max(0, last + QUIET - now()));
    },
  };
}
