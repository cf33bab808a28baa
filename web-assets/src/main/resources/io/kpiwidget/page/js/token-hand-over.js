// Gives one frame the platform's token by message and hears whether it was taken.

const ACKNOWLEDGED_WITHIN = 3000;
const MOST_POSTS = 2;

/**
 * Holds no token itself: `post` sends the one there is at that moment.
 *
 * @param {{post: () => boolean, later: (action: () => void, ms: number) => void,
 *   taken: () => void, failed: () => void}} options `post` is false when there is no token
 */
export function tokenHandOver({post, later, taken, failed}) {
  let listens = false;
  let awaited = false;
  let turn = 0;

  /** @param {number} posts how many are left */
  function give(posts) {
    const mine = ++turn;
    awaited = listens && post();
    if (!awaited) return;
    later(() => {
      if (mine !== turn || !awaited) return;
      if (posts > 1) give(posts - 1);
      else failed();
    }, ACKNOWLEDGED_WITHIN);
  }

  return {
    /** The frame has a document that listens: a new one knows no token. */
    ready() {
      listens = true;
      give(MOST_POSTS);
    },
    /** There is another token, or none. */
    changed() {
      give(MOST_POSTS);
    },
    /** Also when it comes late: what counts is that the frame has it. */
    acknowledged() {
      if (!awaited) return;
      awaited = false;
      taken();
    },
  };
}
