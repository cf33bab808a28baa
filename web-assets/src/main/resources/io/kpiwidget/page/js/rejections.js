// How often what was refused, by reason: never what it said.

const EVERY = 1000;

/**
 * One for all frames. A flood is told in a few reports.
 *
 * @param {{report: (report: any) => void, later: (action: () => void, ms: number) => void}} options
 */
export function rejections({report, later}) {
  /** @type {Map<string, number>} */
  let counts = new Map();

  function tell() {
    report({type: 'rejected', counts: Object.fromEntries(counts)});
    counts = new Map();
  }

  return {
    /** @param {string} reason */
    add(reason) {
      if (counts.size === 0) later(tell, EVERY);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    },
  };
}
