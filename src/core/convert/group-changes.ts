import type { ConversionChange } from './conversion-result.ts';
import type { ChangeTopic } from './topic-of-change.ts';

/** Topics whose changes are one class for all hosts, if their outcomes differ in the same way. */
const OF_ALL_HOSTS: ReadonlySet<ChangeTopic> = new Set([
  'no-certificate',
  'encoded-path',
  'redirect-target',
  'error-status',
  'wildcard-depth',
  'timeouts',
]);

/** Returns changes with those that differ in the same way at several hosts as one, with all its hosts. */
export function groupChanges(changes: readonly ConversionChange[]): readonly ConversionChange[] {
  const groups = new Map<string, ConversionChange[]>();
  changes.forEach((change, at) => {
    const key = OF_ALL_HOSTS.has(change.topic) ? keyOf(change) : String(at);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  });
  return [...groups.values()].flatMap((group) => {
    // A request that is served today is the best witness.
    const first = group.find(({ before }) => before.kind === 'forwarded') ?? group[0];
    if (first === undefined) return [];
    return [{ ...first, hosts: [...new Set([first, ...group].flatMap(({ hosts }) => hosts))] }];
  });
}

function keyOf({ topic, before, after, witness }: ConversionChange): string {
  const entrance = [witness.gateway, /^\w+/.exec(witness.url)?.[0]];
  // What a request gets otherwise has nothing to do with these.
  if (topic === 'no-certificate' || topic === 'encoded-path') return JSON.stringify([topic, entrance]);
  const outcome = ({ kind, status, timeouts }: ConversionChange['before']) => [kind, status, timeouts];
  return JSON.stringify([
    topic,
    entrance,
    outcome(before),
    outcome(after),
    ...redirectEnds({ before, after }),
  ]);
}

/** Returns the ends of two Location headers, from the first character that differs. */
function redirectEnds({ before, after }: Pick<ConversionChange, 'before' | 'after'>): readonly string[] {
  const [first, second] = [before.redirect?.location ?? '', after.redirect?.location ?? ''];
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  return [first.slice(at), second.slice(at)];
}
