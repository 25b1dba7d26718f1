import type { Finding } from '../../findings/finding.ts';
import type { RouteEntry } from '../../ir/table.ts';
import type { Contested } from '../questions/contested.ts';
import { witnessOf } from '../sets/witness.ts';

/**
 * Requests that two routes ask for equally, so that age or name alone decides. Of a rule that nothing
 * reaches it is said already who takes everything.
 */
export function checkContested(
  pairs: readonly Contested[],
  dead: ReadonlySet<RouteEntry>,
  report: (finding: Finding) => void,
): void {
  const reported = new Set<string>();
  for (const { winner, loser, by, request } of pairs) {
    // One pair of rules can meet in several tables.
    const key = `${winner.id} ${loser.id}`;
    if (dead.has(loser) || reported.has(key)) continue;
    reported.add(key);
    const { method, url } = witnessOf(request);
    const { file, document, path } = loser.origin;
    report({
      code: 'routes-contested',
      // An age that is known does not change; a name can be undercut by the next route that is added.
      severity: by === 'name' ? 'warning' : 'info',
      args: { winner: winner.route, loser: loser.route, rule: loser.rule, by, request: `${method} ${url}` },
      site: { file, document, path },
      related: [
        {
          note: 'takes-the-requests',
          site: { file: winner.origin.file, document: winner.origin.document, path: winner.origin.path },
        },
      ],
      fixes: [],
    });
  }
}
