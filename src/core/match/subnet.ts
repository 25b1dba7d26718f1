const OCTETS = 4;
const OCTET_BITS = 8;
const IPV4_BITS = 32;
const IPV6_GROUPS = 8;
const GROUP_BITS = 16;
const COLON = ':';

/** Returns the four numbers of an IPv4 address. Returns null for another text. */
export function readIPv4(text: string): readonly number[] | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const octets = found?.slice(1).map(Number) ?? [];
  const isCanonical = text === octets.join('.');
  return octets.length === OCTETS && isCanonical && octets.every((each) => each <= 0xff) ? octets : null;
}

/** An address with the number of its first bits that count. */
interface Subnet {
  readonly groups: readonly number[];
  readonly groupBits: number;
  readonly bits: number;
}

/**
 * Returns true if a text is an IPv4 or IPv6 address, or a range of them in CIDR notation. Bits after the length
 * of the range do not matter.
 */
export function isSubnet(text: string): boolean {
  return readSubnet(text) !== null;
}

/** Returns true if an address is in a range. An address alone is a range of one. */
export function isInSubnet(range: string, address: string): boolean {
  const subnet = readSubnet(range);
  const asked = readAddress(address);
  if (subnet === null || asked === null || asked.groupBits !== subnet.groupBits) return false;
  return asked.groups.every((group, at) => {
    const counted = Math.min(Math.max(subnet.bits - at * subnet.groupBits, 0), subnet.groupBits);
    const shift = subnet.groupBits - counted;
    return group >> shift === (subnet.groups[at] ?? 0) >> shift;
  });
}

/**
 * Returns an expression for the IPv4 addresses of a range in dotted form. Returns null for IPv6 and for a text
 * that is no range.
 */
export function subnetPattern(range: string): string | null {
  const subnet = readSubnet(range);
  if (subnet === null || subnet.groupBits !== OCTET_BITS) return null;
  return subnet.groups
    .map((octet, at) => octetPattern(octet, Math.min(Math.max(subnet.bits - at * OCTET_BITS, 0), OCTET_BITS)))
    .join('\\.');
}

/** Any number from 0 to 255. */
const ANY_OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

function octetPattern(octet: number, counted: number): string {
  if (counted === OCTET_BITS) return String(octet);
  if (counted === 0) return ANY_OCTET;
  const size = 1 << (OCTET_BITS - counted);
  const first = octet - (octet % size);
  return `(?:${Array.from({ length: size }, (_, at) => first + at).join('|')})`;
}

function readSubnet(text: string): Subnet | null {
  const found = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text);
  const address = found === null ? null : readAddress(found[1] ?? '');
  if (address === null) return null;
  const most = address.groups.length * address.groupBits;
  const bits = found?.[2] === undefined ? most : Number(found[2]);
  return bits > most ? null : { ...address, bits };
}

function readAddress(text: string): Omit<Subnet, 'bits'> | null {
  const octets = readIPv4(text);
  if (octets !== null) return { groups: octets, groupBits: IPV4_BITS / OCTETS };
  const groups = readIPv6(text);
  return groups === null ? null : { groups, groupBits: GROUP_BITS };
}

function readIPv6(text: string): readonly number[] | null {
  if (!/^[0-9a-f:]+$/i.test(text)) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(COLON)));
  const missing = IPV6_GROUPS - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0'), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}
