import type { RuleText } from './rule-text.ts';

const GEP_713 = 'GEP-713, Policy attachment';
const CONFORMANCE = 'Conformance, and the profiles of its test suite';

/**
 * Rules that lessons refer to, although they do not decide about requests: handshakes, policies, conformance.
 */
export const RULES_AROUND_ROUTING = {
  'R-423': {
    says: 'By default, a listener accepts only routes of its own namespace; allowedRoutes changes this.',
    source: 'Gateway API reference, allowedRoutes',
  },
  'R-425': {
    says: 'Every namespace has the label kubernetes.io/metadata.name with its own name.',
    source: 'Kubernetes, well-known labels',
  },
  'R-606': {
    says: 'A policy with a target in another namespace affects only requests from its own namespace.',
    source: GEP_713,
  },
  'R-607': {
    says: 'The specification does not say whether a producer or a consumer policy wins; we assume that the consumer policy replaces the other.',
    source: 'Our reading',
  },
  'R-608': {
    says: 'Policies of other kinds are shown with their targets; their effect is not evaluated.',
    source: 'Our reading',
  },
  'R-801': {
    says: 'Features are Core (required within a profile), Extended (portable where they are supported) or specific to an implementation.',
    source: CONFORMANCE,
  },
  'R-802': {
    says: 'The profile MESH-HTTP has HTTPRoute in a mesh as its core, MESH-GRPC has GRPCRoute.',
    source: CONFORMANCE,
  },
  'R-806': {
    says: 'The extended features of meshes. Timeouts, retries, mirrors, ReferenceGrant and status are tested in no profile.',
    source: CONFORMANCE,
  },
  'R-807': {
    says: 'A test counts in a profile only when all its features belong to it. Since 1.4, the features for consumer routes and cluster IP matching belong to no profile.',
    source: CONFORMANCE,
  },
} satisfies Readonly<Record<string, RuleText>>;

/** The texts of these rules in another language. */
export type WordsAroundRouting = Readonly<Record<keyof typeof RULES_AROUND_ROUTING, string>>;
