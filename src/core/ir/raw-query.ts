/** Visible ASCII without `#` and `&`. In a name, also without `=`. */
const RAW_VALUE = /^[\x21\x22\x24\x25\x27-\x7e]*$/;
const RAW_NAME = /^[\x21\x22\x24\x25\x27-\x3c\x3e-\x7e]+$/;

/**
 * Returns true if a query string can contain the text without percent-encoding. Proxies that compare the raw
 * text need this form.
 */
export function fitsRawQuery(text: string, part: 'name' | 'value'): boolean {
  return (part === 'name' ? RAW_NAME : RAW_VALUE).test(text);
}
