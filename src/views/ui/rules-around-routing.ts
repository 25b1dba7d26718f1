import type { RuleText } from './rule-text.ts';

const GEP_713 = 'GEP-713, Policy attachment';
const CONFORMANCE = 'Conformance, and the profiles of its test suite';

/**
 * Rules that lessons refer to, although they do not decide about requests: handshakes, policies, conformance.
 */
export const RULES_AROUND_ROUTING = {
  'R-423': {
    says: 'Unless allowedRoutes says otherwise, a listener takes routes of its own namespace only.',
    source: 'Gateway API reference, allowedRoutes',
  },
  'R-425': {
    says: 'Every namespace carries the label kubernetes.io/metadata.name with its own name.',
    source: 'Kubernetes, well-known labels',
  },
  'R-606': {
    says: 'A policy with a target in another namespace affects only requests from its own namespace.',
    source: GEP_713,
  },
  'R-607': {
    says: 'Which of a producer and a consumer policy wins is written nowhere; we take it that the consumer policy replaces the other.',
    source: 'Our reading',
  },
  'R-608': {
    says: 'Policies of other kinds are shown with their targets; what they do is not evaluated.',
    source: 'Our reading',
  },
  'R-801': {
    says: 'Features are Core (required within a profile), Extended (portable where they are claimed) or specific to an implementation.',
    source: CONFORMANCE,
  },
  'R-802': {
    says: 'The profile MESH-HTTP has HTTPRoute in a mesh as its core, MESH-GRPC has GRPCRoute.',
    source: CONFORMANCE,
  },
  'R-806': {
    says: 'The extended features of meshes; time limits, retries, mirrors, ReferenceGrant and status are verified for none.',
    source: CONFORMANCE,
  },
  'R-807': {
    says: 'A test counts in a profile only when all its features belong to it; those for consumer routes and cluster IP matching belong to none since 1.4.',
    source: CONFORMANCE,
  },
} satisfies Readonly<Record<string, RuleText>>;

/** The texts of these rules in another language. */
export type WordsAroundRouting = Readonly<Record<keyof typeof RULES_AROUND_ROUTING, string>>;
