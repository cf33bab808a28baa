// What a screen reader is told unasked: changes, never ticks.

const QUIET = 15000;

/**
 * Says what is heard, together and not too often; of one thing only the newest.
 *
 * @param {(text: string) => void} say
 * @returns {(id: string, sentence: string) => void}
 */
export function announcer(say) {
  /** @type {Map<string, string>} */
  const waiting = new Map();
  let next = 0;

  function speak() {
    next = performance.now() + QUIET;
    say([...waiting.values()].join(' '));
    waiting.clear();
  }

  return (id, sentence) => {
    if (!waiting.size) setTimeout(speak, next - performance.now());
    waiting.set(id, sentence);
  };
}
