import type { RouteEntry } from '../../../../ir/table.ts';

/** What a path forwards to a Service. */
export interface Share {
  /** `ns/name`. */
  readonly service: string;
  /** The share of the requests without headers of a canary. Null if it gets only requests with such a header. */
  readonly share: number | null;
  /** The headers that select it. Null if it has a share. */
  readonly when: string | null;
  /** Why the reference is broken. */
  readonly broken: string | null;
}

/** Returns what the entries of a path forward to each Service. A path has entries of its own for each header. */
export function sharesOf(entries: readonly RouteEntry[]): readonly Share[] {
  const shares = new Map<string, Share>();
  const whens = new Map<string, Set<string>>();
  for (const { conditions, action } of entries) {
    const headers = conditions.filter(({ of }) => of === 'header').map(({ name }) => name);
    const total = action.targets.reduce((sum, { weight }) => sum + weight, 0);
    for (const { service, weight, to } of action.targets) {
      const broken = to.kind === 'unresolved' ? to.cause : null;
      const known = shares.get(service);
      if (headers.length === 0) {
        shares.set(service, { service, share: total === 0 ? 0 : weight / total, when: null, broken });
        continue;
      }
      const when = whens.get(service) ?? new Set();
      whens.set(service, when);
      for (const header of headers) when.add(header);
      if (known === undefined || known.share === null)
        shares.set(service, { service, share: null, when: [...when].join(', '), broken });
    }
  }
  return [...shares.values()];
}
