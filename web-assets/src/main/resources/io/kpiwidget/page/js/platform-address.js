// Which addresses the platform's frame may have.

/**
 * The address, or null when it is not on the platform or carries a token where servers log it. The
 * browser's own parser decides, since it is the one that will follow the address.
 *
 * @param {unknown} src
 * @param {string} origin
 * @param {(text: string) => {origin: string, username: string, password: string, href: string,
 *   pathname: string, search: string}} parse
 */
export function platformAddress(src, origin, parse) {
  if (typeof src !== 'string' || src.length > 8192) return null;
  let url;
  try {
    url = parse(src);
  } catch {
    return null;
  }
  if (url.origin !== origin || url.username || url.password) return null;
  const logged = decoded(url.pathname + url.search);
  return logged === null || /access_token/i.test(logged) ? null : url.href;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
