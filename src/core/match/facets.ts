import type { Condition, Facet } from '../ir/condition.ts';
import type { Operator } from './operators/operator.ts';
import { comparedValues, joinValues } from './repeated-headers.ts';
import type { RequestView } from './request-view.ts';

/**
 * The independent parts of a request. A request has one value, or none, for each. Two facets can examine the
 * same part: a hostname and the Host header.
 */
export type RequestPart =
  | 'path'
  | 'method'
  | 'scheme'
  | 'host'
  | 'header'
  | 'query'
  | 'grpc-service'
  | 'grpc-method'
  | 'client-address';

/** The definition of a facet: all code that depends on the facet of a condition. */
export interface FacetDefinition {
  /** Returns true if the operator holds for the value of the request. Returns false if there is no value. */
  holds(condition: Condition, operator: Operator, view: RequestView): boolean;
  /** Returns the value of the request as a trace shows it. Returns null if there is none. */
  actual(name: string, view: RequestView): string | null;
  /** Returns the name in a trace, as in `path` or `header:x-user`. */
  label(name: string): string;
  /**
   * Returns the part of the request. Returns null if the kind of the request decides; the analysis handles
   * each kind separately.
   */
  part(name: string): RequestPart | null;
  /**
   * True if a condition compares the part unchanged, so that an exact condition leaves one value of the part.
   */
  readonly comparesWhole: boolean;
}

/** Returns a facet of which each request has at most one value. */
function single(
  part: RequestPart,
  label: string,
  read: (view: RequestView) => string | null,
): FacetDefinition {
  return {
    holds(condition, operator, view) {
      const actual = read(view);
      return actual !== null && operator.holds(condition, actual, view.profile);
    },
    actual: (_, view) => read(view),
    label: () => label,
    part: () => part,
    comparesWhole: true,
  };
}

function joined(values: readonly string[] | null): string | null {
  return values === null ? null : joinValues(values);
}

/** A GRPCRoute takes gRPC requests only. */
const PROTOCOL: FacetDefinition = {
  holds: (_condition, _operator, view) => view.grpc !== null,
  actual: (_, view) => (view.grpc === null ? 'http' : 'grpc'),
  label: () => 'protocol',
  part: () => null,
  comparesWhole: true,
};

const HOST: FacetDefinition = {
  ...single('host', 'host', (view) => view.host),
  holds: (condition, operator, view) =>
    isEveryHost(condition.value) || operator.holds(condition, view.host, view.profile),
  // The part is the Host header, which may contain a port.
  comparesWhole: false,
};

/** The Host header as sent (Istio 6.7). */
const AUTHORITY: FacetDefinition = {
  ...single('host', 'authority', (view) => view.authority),
  comparesWhole: true,
};

function isEveryHost(hostname: string): boolean {
  return hostname === '' || hostname === '*';
}

const HEADER: FacetDefinition = {
  holds(condition, operator, view) {
    const values = view.header(condition.name);
    if (values === null) return false;
    if (values.length === 1) return operator.holds(condition, values[0] as string, view.profile);
    const compared = comparedValues(condition.name, values, view.profile.repeatedHeaders);
    return compared.some((value) => operator.holds(condition, value, view.profile));
  },
  actual: (name, view) => joined(view.header(name)),
  label: (name) => `header:${name}`,
  part: (name) => (name === 'host' ? 'host' : 'header'),
  comparesWhole: true,
};

const QUERY: FacetDefinition = {
  holds(condition, operator, view) {
    const values = view.query(condition.name);
    if (values === null) return false;
    // The first value of a repeated parameter is compared.
    const compared = view.profile.repeatedQuery === 'any' ? values : values.slice(0, 1);
    return compared.some((value) => operator.holds(condition, value, view.profile));
  },
  actual: (name, view) => joined(view.query(name)),
  label: (name) => `query:${name}`,
  part: () => 'query',
  comparesWhole: true,
};

/** Every facet of the IR. A new facet is a line here. */
const FACETS = {
  protocol: PROTOCOL,
  host: HOST,
  authority: AUTHORITY,
  scheme: single('scheme', 'scheme', (view) => view.scheme),
  path: single('path', 'path', (view) => view.path),
  method: single('method', 'method', (view) => view.method),
  header: HEADER,
  query: QUERY,
  'grpc-service': single('grpc-service', 'service', (view) => view.grpc?.service ?? null),
  'grpc-method': single('grpc-method', 'grpc-method', (view) => view.grpc?.method ?? null),
  'client-address': single('client-address', 'client-address', (view) => view.clientAddress),
} satisfies Record<Facet, FacetDefinition>;

const BY_NAME: ReadonlyMap<Facet, FacetDefinition> = new Map(
  Object.entries(FACETS) as [Facet, FacetDefinition][],
);

/** Returns a facet. Returns undefined if it is not in the table. The condition then has no known meaning. */
export function facetOf(of: Facet): FacetDefinition | undefined {
  return BY_NAME.get(of);
}

/** Returns the name of a facet in a trace: `path`, `method`, `header:x-user`, `query:q`, `service`, `grpc-method`. */
export function facetLabel(of: Facet, name: string): string {
  return facetOf(of)?.label(name) ?? (name === '' ? of : `${of}:${name}`);
}
