const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Returns a text as one part of a URL (`encodeURIComponent`). Half of a surrogate pair becomes U+FFFD, as in
 * every encoder of UTF-8. `encodeURIComponent` throws on it, and a manifest or a file name can contain one.
 */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD'));
}
