/** Visible ASCII without `#` and `&`; in a name without `=`, too. */
const RAW_VALUE = /^[\x21\x22\x24\x25\x27-\x7e]*$/;
const RAW_NAME = /^[\x21\x22\x24\x25\x27-\x3c\x3e-\x7e]+$/;

/** Whether a query string can carry a text without percent-encoding: as those who compare the raw text have to see it. */
export function fitsRawQuery(text: string, part: 'name' | 'value'): boolean {
  return (part === 'name' ? RAW_NAME : RAW_VALUE).test(text);
}
