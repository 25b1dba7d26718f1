import type { Witness } from '../core/analysis/sets/witness.ts';
import type { TableReachReport } from '../core/answers/report-reach.ts';
import { readGatewayName } from '../core/ids/gateway-names.ts';
import { INGRESS_CLASS_KIND } from '../core/ids/ids.ts';
import { store, update } from './store.ts';

/** A longer list of cases is of no use to readers. Few bundles have more. */
const MOST_CASES = 500;

/**
 * Returns a RouteTest document with one request for each reachable entry and for each kind of rejected
 * request, and their present outcomes. A later change of an outcome fails the test. Strings are written as
 * JSON, which is valid YAML.
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

/** Returns a case of a RouteTest: a request and what is expected. */
export function caseOf(name: string, witness: Witness, expected: object): string {
  const { from, gateway, method, url, headers, sni, clientAddress } = witness;
  const entrance = gateway === undefined ? null : readGatewayName(gateway);
  const request = {
    ...(entrance?.kind === INGRESS_CLASS_KIND
      ? { ingress: entrance.name }
      : gateway === undefined
        ? { from: from ?? '' }
        : { gateway }),
    method,
    url,
    ...(headers.length === 0 ? null : { headers }),
    ...(sni === undefined ? null : { sni }),
    ...(clientAddress === undefined ? null : { clientAddress }),
  };
  return `  - name: ${JSON.stringify(name)}\n    request: ${JSON.stringify(request)}\n    expect: ${JSON.stringify(expected)}\n`;
}

/** Adds the tests as a file and shows it. Replaces a file with that name. */
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
