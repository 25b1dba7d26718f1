import type { PolicyTargetRef } from '../../gateway-resource.ts';
import { objectSchema } from '../../metadata.ts';
import { any, list, present, record, text } from '../../schema.ts';
import { defineKind } from '../kind.ts';
import { SELECTOR, selectorOf, TARGET, TARGETS, targetsOf, textsOf } from './workload-selector.ts';

const JWT_RULE = record('How tokens of one issuer are verified.', {
  issuer: text('The issuer of the tokens.'),
  fromHeaders: list(
    'Headers that hold a token.',
    record('A header.', { name: text('The name of the header.'), prefix: text('What precedes the token.') }),
  ),
  fromParams: list('Query parameters that hold a token.', text('The name of a parameter.')),
  fromCookies: list('Cookies that hold a token.', text('The name of a cookie.')),
  audiences: any(),
  jwksUri: any(),
  jwks: any(),
  jwks_uri: any(),
  outputPayloadToHeader: any(),
  outputClaimToHeaders: any(),
  forwardOriginalToken: any(),
  timeout: any(),
  spaceDelimitedClaims: any(),
});

const SPEC = record('Which tokens the Pods verify.', {
  selector: SELECTOR,
  targetRef: TARGET,
  targetRefs: TARGETS,
  jwtRules: list('The issuers.', JWT_RULE),
});

/** Where the tokens of one issuer are. */
export interface TokenPlaces {
  readonly headers: readonly string[];
  readonly parameters: readonly string[];
  readonly cookies: readonly string[];
}

export interface RequestAuthenticationSpec {
  /** Null for all Pods. */
  readonly selector: Readonly<Record<string, string>> | null;
  readonly targetRefs: readonly PolicyTargetRef[];
  readonly places: readonly TokenPlaces[];
}

/** Where a token is if a rule does not say it. */
export const DEFAULT_PLACES: TokenPlaces = {
  headers: ['authorization'],
  parameters: ['access_token'],
  cookies: [],
};

export const REQUEST_AUTHENTICATION = defineKind({
  kind: 'RequestAuthentication',
  group: 'security.istio.io',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  schema: objectSchema('Which tokens some Pods verify.', { spec: SPEC }),
  decode(value, context): RequestAuthenticationSpec {
    const { selector, targetRef, targetRefs, jwtRules } = value.spec ?? {};
    return {
      selector: selectorOf(selector),
      targetRefs: targetsOf(targetRef, targetRefs, context),
      places: (jwtRules ?? []).map((rule) => {
        const headers = present(rule?.fromHeaders).flatMap(({ name }) => (name ? [name.toLowerCase()] : []));
        const parameters = textsOf(rule?.fromParams);
        const cookies = textsOf(rule?.fromCookies);
        const given = headers.length + parameters.length + cookies.length > 0;
        return given ? { headers, parameters, cookies } : DEFAULT_PLACES;
      }),
    };
  },
});
