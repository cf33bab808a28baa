// Which addresses the platform's frame may have.

/**
 * The address and its origin, or null when it is not on the platform or carries a token where
 * servers log it. The browser's own parser decides, since it is the one that will follow it.
 *
 * @param {unknown} src
 * @param {string[]} origins
 * @param {(text: string) => {origin: string, username: string, password: string, href: string,
 *   pathname: string, search: string}} parse
 */
export function platformAddress(src, origins, parse) {
  if (typeof src !== 'string' || src.length > 8192) return null;
  let url;
  try {
    url = parse(src);
  } catch {
    return null;
  }
  if (!origins.includes(url.origin) || url.username || url.password) return null;
  const logged = decoded(url.pathname + url.search);
  if (logged === null || /access.?token/i.test(logged)) return null;
  return {address: url.href, origin: url.origin};
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
