/**
 * Evaluates access policies of Istio a second time, from its documentation and without the code: the pages
 * "Authorization Policy", "Authorization Policy Conditions", "PeerAuthentication" and the concept page
 * "Security". What is not known is tried in every way: a verdict is certain if all ways give the same.
 */

export interface Source {
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly notNamespaces?: readonly string[];
  readonly serviceAccounts?: readonly string[];
  readonly requestPrincipals?: readonly string[];
  readonly ipBlocks?: readonly string[];
  readonly notIpBlocks?: readonly string[];
}

export interface Operation {
  readonly hosts?: readonly string[];
  readonly methods?: readonly string[];
  readonly notMethods?: readonly string[];
  readonly paths?: readonly string[];
  readonly notPaths?: readonly string[];
  readonly ports?: readonly string[];
}

export interface Rule {
  readonly from?: readonly { readonly source: Source }[];
  readonly to?: readonly { readonly operation: Operation }[];
  readonly when?: readonly {
    readonly key: string;
    readonly values?: readonly string[];
    readonly notValues?: readonly string[];
  }[];
}

export interface Policy {
  readonly name: string;
  readonly namespace: string;
  readonly action: 'ALLOW' | 'DENY' | 'CUSTOM' | 'AUDIT';
  readonly selector: Readonly<Record<string, string>> | null;
  readonly rules: readonly Rule[];
}

export interface Call {
  readonly namespace: string;
  /** The service accounts that the client may have. */
  readonly accounts: readonly string[];
  readonly inMesh: boolean;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly header: string | null;
  readonly hasToken: boolean;
}

export interface Server {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly port: number;
  readonly isHttp: boolean;
  readonly mode: 'STRICT' | 'PERMISSIVE';
}

/** One way in which everything is known. */
interface Facts {
  readonly principal: string | null;
  readonly namespace: string | null;
  readonly account: string | null;
  readonly subject: string | null;
  readonly isInBlock: boolean;
  readonly providerAllows: boolean;
}

export const ROOT = 'istio-system';

/** Returns the verdicts of all ways in which a call may be. */
export function possibleVerdicts(
  call: Call,
  server: Server,
  policies: readonly Policy[],
): ReadonlySet<'allowed' | 'denied'> {
  const found = new Set<'allowed' | 'denied'>();
  for (const facts of waysOf(call)) found.add(verdict(call, server, policies, facts) ? 'allowed' : 'denied');
  return found;
}

function waysOf({ namespace, accounts, inMesh, hasToken }: Call): readonly Facts[] {
  const subjects = hasToken ? [null, 'issuer/ann', 'issuer/bob'] : [null];
  const senders = inMesh
    ? accounts.map((account) => ({
        principal: `cluster.local/ns/${namespace}/sa/${account}`,
        namespace,
        account: `${namespace}/${account}`,
      }))
    : [{ principal: null, namespace: null, account: null }];
  return senders.flatMap((sender) =>
    subjects.flatMap((subject) =>
      [true, false].flatMap((isInBlock) =>
        [true, false].map((providerAllows) => ({ ...sender, subject, isInBlock, providerAllows })),
      ),
    ),
  );
}

function verdict(call: Call, server: Server, policies: readonly Policy[], facts: Facts): boolean {
  if (server.mode === 'STRICT' && !call.inMesh) return false;
  const mine = policies.filter(
    ({ namespace, selector }) =>
      (namespace === server.namespace || namespace === ROOT) &&
      Object.entries(selector ?? {}).every(([key, value]) => server.labels[key] === value),
  );
  const matching = (action: Policy['action']) =>
    mine.filter((policy) => policy.action === action && policy.rules.some((rule) => matches(rule, action)));
  const matches = (rule: Rule, action: Policy['action']) => ruleMatches(rule, action, call, server, facts);
  if (matching('CUSTOM').length > 0 && !facts.providerAllows) return false;
  if (matching('DENY').length > 0) return false;
  return !mine.some(({ action }) => action === 'ALLOW') || matching('ALLOW').length > 0;
}

type Test = { readonly isHttp: boolean; readonly holds: boolean };

function ruleMatches(
  { from, to, when }: Rule,
  action: Policy['action'],
  call: Call,
  server: Server,
  facts: Facts,
): boolean {
  const groups = [
    (from ?? []).map(({ source }) => testsOfSource(source, facts)),
    (to ?? []).map(({ operation }) => testsOfOperation(operation, call, server)),
  ];
  const others = (when ?? []).map((condition) => testOfCondition(condition, call, server, facts));
  const all = [...groups.flat(2), ...others];
  // On a port that is not HTTP, an ALLOW rule with a field of HTTP is invalid, and other rules do without it.
  if (!server.isHttp && action === 'ALLOW' && all.some(({ isHttp }) => isHttp)) return false;
  const hold = (tests: readonly Test[]) =>
    tests.every(({ isHttp, holds }) => (isHttp && !server.isHttp) || holds);
  return groups.every((group) => group.length === 0 || group.some(hold)) && hold(others);
}

function testsOfSource(source: Source, facts: Facts): readonly Test[] {
  return [
    ...test(source.principals, false, false, (value) => like(value, facts.principal)),
    ...test(source.notPrincipals, true, false, (value) => like(value, facts.principal)),
    ...test(source.namespaces, false, false, (value) => like(value, facts.namespace)),
    ...test(source.notNamespaces, true, false, (value) => like(value, facts.namespace)),
    ...test(source.serviceAccounts, false, false, (value) => value === facts.account),
    ...test(source.requestPrincipals, false, true, (value) => like(value, facts.subject)),
    ...test(source.ipBlocks, false, false, () => facts.isInBlock),
    ...test(source.notIpBlocks, true, false, () => facts.isInBlock),
  ];
}

function testsOfOperation(operation: Operation, call: Call, server: Server): readonly Test[] {
  return [
    ...test(operation.hosts, false, true, (value) => like(value.toLowerCase(), call.host.toLowerCase())),
    ...test(operation.methods, false, true, (value) => like(value, call.method)),
    ...test(operation.notMethods, true, true, (value) => like(value, call.method)),
    ...test(operation.paths, false, true, (value) => pathLike(value, call.path)),
    ...test(operation.notPaths, true, true, (value) => pathLike(value, call.path)),
    ...test(operation.ports, false, false, (value) => value === String(server.port)),
  ];
}

function testOfCondition(
  { key, values, notValues }: NonNullable<Rule['when']>[number],
  call: Call,
  server: Server,
  facts: Facts,
): Test {
  const attribute: Readonly<Record<string, readonly [string | null, boolean]>> = {
    'source.principal': [facts.principal, false],
    'source.namespace': [facts.namespace, false],
    'destination.port': [String(server.port), false],
    'request.headers[x-user]': [call.header, true],
    'request.auth.principal': [facts.subject, true],
  };
  const [actual, isHttp] = attribute[key] as readonly [string | null, boolean];
  // A header that is present and empty satisfies `*`, in contrast to other values.
  const isPresent = (value: string) => value === '*' && key.startsWith('request.headers') && actual !== null;
  const fits = (value: string) => isPresent(value) || like(value, actual);
  const holds =
    (values === undefined || values.some(fits)) && (notValues === undefined || !notValues.some(fits));
  return { isHttp, holds };
}

function test(
  values: readonly string[] | undefined,
  negated: boolean,
  isHttp: boolean,
  holds: (value: string) => boolean,
): readonly Test[] {
  return values === undefined ? [] : [{ isHttp, holds: values.some(holds) !== negated }];
}

/** Exact, prefix `abc*`, suffix `*abc`, and `*` for a value with a character. */
function like(pattern: string, actual: string | null): boolean {
  if (actual === null) return false;
  if (pattern === '*') return actual.length > 0;
  if (pattern.startsWith('*')) return actual.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? actual.startsWith(pattern.slice(0, -1)) : actual === pattern;
}

function pathLike(pattern: string, path: string): boolean {
  if (!pattern.includes('{')) return like(pattern, path);
  const parts = pattern.split('/');
  const given = path.split('/');
  const fits = (at: number, of: number): boolean => {
    if (at === parts.length) return of === given.length;
    const part = parts[at];
    if (part === '{**}') return given.slice(of).some((_, skip) => fits(at + 1, of + skip + 1));
    if (of >= given.length) return false;
    return (part === '{*}' ? given[of] !== '' : part === given[of]) && fits(at + 1, of + 1);
  };
  return fits(0, 0);
}
