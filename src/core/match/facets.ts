import type { Condition, Facet } from '../ir/condition.ts';
import type { Operator } from './operators/operator.ts';
import { comparedValues, joinValues } from './repeated-headers.ts';
import type { RequestView } from './request-view.ts';

/**
 * The independent parts of a request: a request is one value, or none, for each. Two facets can look at one part: a
 * hostname and the Host header.
 */
export type RequestPart = 'path' | 'method' | 'host' | 'header' | 'query' | 'grpc-service' | 'grpc-method';

/** One thing that conditions look at: everything that differs from facet to facet. */
export interface FacetDefinition {
  /** Returns whether the operator holds for what the request has here; false where it has nothing. */
  holds(condition: Condition, operator: Operator, view: RequestView): boolean;
  /** Returns what the request has here, as a trace writes it; null: nothing. */
  actual(name: string, view: RequestView): string | null;
  /** Returns the name in a trace, as in `path` or `header:x-user`. */
  label(name: string): string;
  /** Returns the part of the request; null: the kind of the request decides, which the analysis takes one by one. */
  part(name: string): RequestPart | null;
  /** Whether a condition compares the part as it is, so that an exact condition leaves one value of the part. */
  readonly comparesWhole: boolean;
}

/** A facet of which each request has one value at most. */
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
  // The part is the Host header, which may have a port.
  comparesWhole: false,
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
    // Of a repeated parameter the first value is compared.
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
  path: single('path', 'path', (view) => view.path),
  method: single('method', 'method', (view) => view.method),
  header: HEADER,
  query: QUERY,
  'grpc-service': single('grpc-service', 'service', (view) => view.grpc?.service ?? null),
  'grpc-method': single('grpc-method', 'grpc-method', (view) => view.grpc?.method ?? null),
} satisfies Record<Facet, FacetDefinition>;

const BY_NAME: ReadonlyMap<Facet, FacetDefinition> = new Map(
  Object.entries(FACETS) as [Facet, FacetDefinition][],
);

/** Returns a facet; undefined: it is not in the table, so nothing is known of the condition. */
export function facetOf(of: Facet): FacetDefinition | undefined {
  return BY_NAME.get(of);
}

/** Returns the name of a facet in a trace: `path`, `method`, `header:x-user`, `query:q`, `service`, `grpc-method`. */
export function facetLabel(of: Facet, name: string): string {
  return facetOf(of)?.label(name) ?? (name === '' ? of : `${of}:${name}`);
}
