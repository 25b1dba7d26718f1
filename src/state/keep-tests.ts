import type { Witness } from '../core/analysis/witness.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import { store, update } from './store.ts';

/** Cases beyond this are of no use to people, and few bundles have them. */
const MOST_CASES = 500;

/**
 * A RouteTest document with one request for each entry that can be reached and for each sort that is rejected, and what
 * becomes of it today: a later change of that behaviour fails. Strings are written as JSON, which is YAML.
 */
export function testsOf(tables: readonly TableReachReport[]): string {
  const cases = tables.flatMap(({ frontend, entries, noMatch }) => [
    ...entries.flatMap(({ witness, route, rule, ruleName, match }) =>
      witness === null
        ? []
        : caseOf(`${frontend}: ${route} ${ruleName ?? `rule ${rule}`} match ${match}`, witness, {
            route,
            rule,
          }),
    ),
    ...noMatch.requests.flatMap(({ witness }) =>
      caseOf(`${frontend}: ${witness.method} ${witness.url} is rejected`, witness, { outcome: 'rejected' }),
    ),
  ]);
  return [
    'apiVersion: gammascope.dev/v1alpha1\nkind: RouteTest\nmetadata:\n  name: as it is today\nspec:\n  cases:\n',
    ...cases.slice(0, MOST_CASES),
  ].join('');
}

function caseOf(name: string, witness: Witness, expected: object): string {
  const { from, gateway, method, url, headers, sni } = witness;
  const request = {
    ...(gateway === undefined ? { from: from ?? '' } : { gateway }),
    method,
    url,
    ...(headers.length === 0 ? null : { headers }),
    ...(sni === undefined ? null : { sni }),
  };
  return `  - name: ${JSON.stringify(name)}\n    request: ${JSON.stringify(request)}\n    expect: ${JSON.stringify(expected)}\n`;
}

/** Adds the tests as a file of their own and shows it; a file of that name is replaced. */
export function keepAsTests(tables: readonly TableReachReport[]): void {
  if (store.getState().mode !== 'edit') return;
  const name = 'as-it-is-today.yaml';
  const text = testsOf(tables);
  const { profile } = store.getState();
  const written =
    profile === 'gateway-api' ? text : text.replace('spec:\n', `spec:\n  profile: ${profile}\n`);
  update(({ files }) => ({
    files: [...files.filter((file) => file.name !== name), { name, text: written }],
    active: name,
    tab: 'tests',
    pane: 'manifests',
  }));
}
