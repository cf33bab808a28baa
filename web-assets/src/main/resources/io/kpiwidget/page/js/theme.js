// The desktop's look. Its colours come ready: what follows from them, and whether it can be read,
// is worked out once, in Java.

/** A colour, a font's name, a size in pixels, a scheme. */
const FIT = /^(#[\da-f]{6}|"[\w .-]{1,64}"|[1-3]?\dpx|light|dark)$/;

/**
 * Makes each fitting value a custom property of its name. By CSSOM: the policy allows no style
 * attribute.
 *
 * @param {HTMLElement} root
 * @param {Record<string, any>} theme unchecked
 */
export function applyTheme(root, theme) {
  for (const name in theme) if (FIT.test(theme[name])) root.style.setProperty(`--${name}`, theme[name]);
}
