import { present, type Validated } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { type NamedMatch, namedMatchesOf, type StringMatch, stringMatchOf } from './string-match.ts';
import {
  type DESTINATION,
  destinationOf,
  type HeadersOfRule,
  headersOf,
  percentOf,
  type WEIGHTED,
  type WrittenDestination,
} from './traffic-schema.ts';
import type { VIRTUAL_SERVICE_SPEC } from './virtual-service-schema.ts';

/** The conditions on the client and the listener. They are decided when a proxy is configured (Istio 6.3). */
export interface SourceMatch {
  readonly port: number | null;
  readonly sourceLabels: Readonly<Record<string, string>>;
  readonly sourceNamespace: string | null;
  readonly gateways: readonly string[];
}

/** One match of an HTTP rule. */
export interface HTTPMatch extends SourceMatch {
  /** The place in the list of the manifest. */
  readonly index: number;
  readonly name: string | null;
  readonly uri: StringMatch | null;
  readonly ignoreUriCase: boolean;
  readonly scheme: StringMatch | null;
  readonly method: StringMatch | null;
  readonly authority: StringMatch | null;
  readonly headers: readonly NamedMatch[];
  readonly withoutHeaders: readonly NamedMatch[];
  readonly queryParams: readonly NamedMatch[];
}

/** A destination with its weight. */
export interface WeightedDestination {
  readonly index: number;
  readonly destination: WrittenDestination;
  readonly weight: number;
  readonly headers: HeadersOfRule | null;
}

export interface HTTPRedirect {
  readonly uri: string | null;
  readonly prefixRewrite: string | null;
  readonly authority: string | null;
  readonly port: number | null;
  readonly derivePort: string | null;
  readonly scheme: string | null;
  readonly code: number | null;
}

export interface MirrorTo {
  readonly path: readonly (string | number)[];
  readonly destination: WrittenDestination;
  /** From 0 to 100. */
  readonly percent: number;
}

/** The abort of a fault. Null for `percent` means never (Istio 7.4). */
export interface Abort {
  readonly httpStatus: number | null;
  readonly grpcStatus: string | null;
  readonly percent: number | null;
}

/** The CORS policy of a rule, with the deprecated `allowOrigin`. */
export interface CORSRule {
  readonly allowOrigins: readonly StringMatch[];
  readonly allowOrigin: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAge: string | null;
  readonly allowCredentials: boolean;
  readonly unmatchedPreflights: 'UNSPECIFIED' | 'FORWARD' | 'IGNORE';
}

/** One rule of `http`. */
export interface HTTPRule {
  readonly name: string | null;
  /** True if the manifest has matches. Matches that cannot be read are left out. */
  readonly hasMatches: boolean;
  readonly matches: readonly HTTPMatch[];
  readonly route: readonly WeightedDestination[];
  readonly redirect: HTTPRedirect | null;
  readonly directResponse: { readonly status: number } | null;
  readonly delegate: { readonly name: string; readonly namespace: string | null } | null;
  readonly rewrite: {
    readonly uri: string | null;
    readonly authority: string | null;
    readonly regex: { readonly match: string; readonly rewrite: string } | null;
  } | null;
  readonly timeout: string | null;
  readonly retries: {
    readonly attempts: number;
    readonly perTryTimeout: string | null;
    readonly retryOn: string | null;
    readonly backoff: string | null;
  } | null;
  readonly abort: Abort | null;
  readonly delay: { readonly fixed: string | null; readonly percent: number | null } | null;
  readonly mirrors: readonly MirrorTo[] | null;
  readonly corsPolicy: CORSRule | null;
  readonly headers: HeadersOfRule | null;
}

/** One match of a rule of `tcp` or `tls`. */
export interface L4Match extends SourceMatch {
  readonly index: number;
  readonly destinationSubnets: readonly string[];
  readonly sniHosts: readonly string[];
}

/** One rule of `tcp` or `tls`. */
export interface L4Rule {
  readonly hasMatches: boolean;
  readonly matches: readonly L4Match[];
  readonly route: readonly WeightedDestination[];
}

export interface VirtualServiceSpec {
  readonly hosts: readonly string[];
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[];
  /** Rules that cannot be read are undefined, so that the indexes of the others do not change. */
  readonly http: readonly (HTTPRule | undefined)[];
  readonly tls: readonly (L4Rule | undefined)[];
  readonly tcp: readonly (L4Rule | undefined)[];
}

type Spec = Validated<typeof VIRTUAL_SERVICE_SPEC>;
type Written<Name extends 'http' | 'tls' | 'tcp'> = NonNullable<NonNullable<Spec[Name]>[number]>;
type WrittenMatch = NonNullable<NonNullable<Written<'http'>['match']>[number]>;
type WrittenL4 = NonNullable<NonNullable<Written<'tls'>['match']>[number]>;

/** Returns the spec of a VirtualService. */
export function decodeVirtualService(spec: Spec, context: DecodeContext): VirtualServiceSpec {
  return {
    hosts: present(spec.hosts),
    gateways: present(spec.gateways),
    exportTo: present(spec.exportTo),
    http: (spec.http ?? []).map((rule, at) => (rule ? httpRule(rule, at, context) : undefined)),
    tls: (spec.tls ?? []).map((rule) => (rule ? l4Rule(rule) : undefined)),
    tcp: (spec.tcp ?? []).map((rule) => (rule ? l4Rule(rule) : undefined)),
  };
}

function sourceMatch(match: WrittenL4 | WrittenMatch): SourceMatch {
  return {
    port: match.port ?? null,
    sourceLabels: match.sourceLabels ?? {},
    sourceNamespace: match.sourceNamespace || null,
    gateways: present(match.gateways),
  };
}

function httpRule(rule: Written<'http'>, at: number, context: DecodeContext): HTTPRule {
  const written = rule.match ?? [];
  const { redirect, rewrite, retries, fault, delegate, directResponse } = rule;
  const regex = rewrite?.uriRegexRewrite;
  return {
    name: rule.name || null,
    hasMatches: written.length > 0,
    matches: written.flatMap((match, index) => {
      const made = match ? httpMatch(match, at, index, context) : null;
      return made === null ? [] : [made];
    }),
    route: weighted(rule.route),
    redirect: redirect
      ? {
          uri: redirect.uri || null,
          prefixRewrite: redirect.prefixRewrite || null,
          authority: redirect.authority || null,
          port: redirect.port ?? null,
          derivePort: redirect.derivePort || null,
          scheme: redirect.scheme || null,
          code: redirect.redirectCode || null,
        }
      : null,
    directResponse: directResponse ? { status: directResponse.status ?? 0 } : null,
    delegate: delegate ? { name: delegate.name ?? '', namespace: delegate.namespace || null } : null,
    rewrite: rewrite
      ? {
          uri: rewrite.uri || null,
          authority: rewrite.authority || null,
          regex: regex ? { match: regex.match ?? '', rewrite: regex.rewrite ?? '' } : null,
        }
      : null,
    timeout: rule.timeout || null,
    retries: retries
      ? {
          attempts: retries.attempts ?? 0,
          perTryTimeout: retries.perTryTimeout || null,
          retryOn: retries.retryOn || null,
          backoff: retries.backoff || null,
        }
      : null,
    abort: fault?.abort
      ? {
          httpStatus: fault.abort.httpStatus ?? null,
          grpcStatus: fault.abort.grpcStatus || null,
          percent: percentOf(fault.abort.percentage),
        }
      : null,
    delay: fault?.delay
      ? {
          fixed: fault.delay.fixedDelay || null,
          percent: percentOf(fault.delay.percentage) ?? fault.delay.percent ?? null,
        }
      : null,
    mirrors: mirrorsOf(rule),
    corsPolicy: rule.corsPolicy ? corsRule(rule.corsPolicy) : null,
    headers: headersOf(rule.headers),
  };
}

function corsRule(policy: NonNullable<Written<'http'>['corsPolicy']>): CORSRule {
  return {
    allowOrigins: present(policy.allowOrigins).map(stringMatchOf),
    allowOrigin: present(policy.allowOrigin),
    allowMethods: present(policy.allowMethods),
    allowHeaders: present(policy.allowHeaders),
    exposeHeaders: present(policy.exposeHeaders),
    maxAge: policy.maxAge || null,
    allowCredentials: policy.allowCredentials ?? false,
    unmatchedPreflights: policy.unmatchedPreflights ?? 'UNSPECIFIED',
  };
}

/**
 * Returns the destinations of copies. An absent share means all requests, and `mirrorPercentage` precedes
 * `mirrorPercent` (Istio 7.8). Returns null if the rule has none, so that a delegate takes those of its root.
 */
function mirrorsOf(rule: Written<'http'>): readonly MirrorTo[] | null {
  const { mirror, mirrors } = rule;
  if (mirror) {
    const percent = percentOf(rule.mirrorPercentage) ?? rule.mirrorPercent ?? 100;
    return [
      { path: ['mirror'], destination: destinationOf(mirror as Validated<typeof DESTINATION>), percent },
    ];
  }
  if (!mirrors || mirrors.length === 0) return null;
  return mirrors.flatMap((each, index) =>
    each
      ? [
          {
            path: ['mirrors', index],
            destination: destinationOf(each.destination),
            percent: percentOf(each.percentage) ?? 100,
          },
        ]
      : [],
  );
}

function httpMatch(
  match: WrittenMatch,
  rule: number,
  index: number,
  context: DecodeContext,
): HTTPMatch | null {
  const path = ['spec', 'http', rule, 'match', index];
  const headers = namedMatchesOf(match.headers, [...path, 'headers'], context);
  const withoutHeaders = namedMatchesOf(match.withoutHeaders, [...path, 'withoutHeaders'], context);
  const queryParams = namedMatchesOf(match.queryParams, [...path, 'queryParams'], context);
  if (headers === null || withoutHeaders === null || queryParams === null) return null;
  const of = (value: WrittenMatch['uri']) => (value ? stringMatchOf(value) : null);
  return {
    index,
    name: match.name || null,
    uri: of(match.uri),
    ignoreUriCase: match.ignoreUriCase ?? false,
    scheme: of(match.scheme),
    method: of(match.method),
    authority: of(match.authority),
    headers,
    withoutHeaders,
    queryParams,
    ...sourceMatch(match),
  };
}

function l4Rule(rule: Written<'tls'> | Written<'tcp'>): L4Rule {
  const written = (rule.match ?? []) as readonly (WrittenL4 | undefined)[];
  return {
    hasMatches: written.length > 0,
    matches: written.flatMap((match, index) =>
      match
        ? [
            {
              index,
              destinationSubnets: present(match.destinationSubnets),
              sniHosts: present(match.sniHosts),
              ...sourceMatch(match),
            },
          ]
        : [],
    ),
    route: weighted(rule.route),
  };
}

function weighted(
  items: readonly (Validated<typeof WEIGHTED> | null | undefined)[] | null | undefined,
): readonly WeightedDestination[] {
  return (items ?? []).flatMap((item, index) =>
    item
      ? [
          {
            index,
            destination: destinationOf(item.destination),
            weight: item.weight ?? 0,
            headers: headersOf(item.headers),
          },
        ]
      : [],
  );
}
