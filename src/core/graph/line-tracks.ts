/** A vertical part of one or more lines in the space between two columns. */
export interface Trunk {
  /** The heights at which lines come from the left, and leave to the right. */
  readonly lefts: number[];
  readonly rights: number[];
  low: number;
  high: number;
  /** The place in the space, from 0 (left), among `tracks` places. */
  track: number;
  tracks: number;
}

/** Trunks closer than this need different tracks. */
const MARGIN = 6;
/** Lines closer than this look like one line, which is as bad as some crossings. */
const SAME = 4;
const OVERLAP = 3;
/** More trunks that overlap are only sorted, because trying all pairs would take too long. */
const MANY = 48;

export function newTrunk(): Trunk {
  return {
    lefts: [],
    rights: [],
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    track: 0,
    tracks: 1,
  };
}

export function extend(trunk: Trunk, y: number): void {
  trunk.low = Math.min(trunk.low, y);
  trunk.high = Math.max(trunk.high, y);
}

/**
 * Assigns a track to each trunk of a space: different tracks for trunks that overlap, in an order that avoids
 * crossings.
 */
export function assignTracks(trunks: readonly Trunk[]): void {
  const sorted = trunks.filter(({ low, high }) => high - low >= 0.5).sort((a, b) => a.low - b.low);
  let cluster: Trunk[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const trunk of sorted) {
    if (trunk.low > bottom + MARGIN) {
      arrange(cluster);
      cluster = [];
    }
    cluster.push(trunk);
    bottom = Math.max(bottom, trunk.high);
  }
  arrange(cluster);
}

function arrange(cluster: Trunk[]): void {
  if (cluster.length < 2) return;
  cluster.sort((a, b) => slope(a) - slope(b) || leaning(a) - leaning(b));
  const passes = cluster.length > MANY ? 1 : cluster.length;
  for (let pass = 0; pass < passes; pass++) if (!swapNeighbours(cluster)) break;
  let most = 0;
  cluster.forEach((trunk, at) => {
    let track = 0;
    // Only the trunks before it, near enough to matter.
    for (let before = Math.max(0, at - MANY); before < at; before++) {
      const other = cluster[before] as Trunk;
      if (overlap(trunk, other)) track = Math.max(track, other.track + 1);
    }
    trunk.track = track;
    most = Math.max(most, track);
  });
  for (const trunk of cluster) trunk.tracks = most + 1;
}

/** Trunks whose lines rise are on the left of trunks whose lines fall. */
function slope({ lefts, rights }: Trunk): number {
  return Math.sign(mean(rights) - mean(lefts));
}

/** Among lines that fall, the lowest start is on the left. Among lines that rise, the highest. */
function leaning(trunk: Trunk): number {
  return slope(trunk) > 0 ? -mean(trunk.lefts) : mean(trunk.lefts);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function overlap(a: Trunk, b: Trunk): boolean {
  return a.low < b.high + MARGIN && b.low < a.high + MARGIN;
}

function swapNeighbours(cluster: Trunk[]): boolean {
  let swapped = false;
  for (let at = 0; at + 1 < cluster.length; at++) {
    const [one, two] = [cluster[at] as Trunk, cluster[at + 1] as Trunk];
    if (overlap(one, two) && crossings(two, one) < crossings(one, two)) {
      cluster[at] = two;
      cluster[at + 1] = one;
      swapped = true;
    }
  }
  return swapped;
}

/** Returns the number of crossings of two trunks when the first one is on the left. */
function crossings(left: Trunk, right: Trunk): number {
  let count = 0;
  for (const y of left.rights) if (y > right.low && y < right.high) count++;
  for (const y of right.lefts) {
    if (y > left.low && y < left.high) count++;
    // Both lines would take the same height between the trunks.
    for (const other of left.rights) if (Math.abs(other - y) < SAME) count += OVERLAP;
  }
  return count;
}
