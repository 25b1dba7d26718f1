/** Returns true for a network, written as in `10.0.0.0/8`, and false for an address. */
export function isNetwork(address: string): boolean {
  return address.includes('/');
}

/** Returns the bits of an IP address. Returns null for another text. */
function bitsOf(address: string): string | null {
  return address.includes(':') ? bitsOfV6(address) : bitsOfV4(address);
}

function bitsOfV4(address: string): string | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
}

function bitsOfV6(address: string): string | null {
  const [head = '', tail, ...others] = address.split('::');
  if (others.length > 0) return null;
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 0) return null;
  const all = [...first, ...Array<string>(missing).fill('0'), ...last];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

/** Returns true if an address is in a network, written as in `10.0.0.0/8`. */
export function isInNetwork(address: string, network: string): boolean {
  const [base = '', size] = network.split('/');
  const [own, of] = [bitsOf(address), bitsOf(base)];
  if (own === null || of === null || own.length !== of.length || !/^\d+$/.test(size ?? '')) return false;
  const length = Number(size);
  return length <= of.length && own.slice(0, length) === of.slice(0, length);
}
