/** The names of the profiles, in the order of the menu. They are apart, because a start needs only them. */
const PROFILE_NAMES = [
  'gateway-api',
  'gateway-api-standard',
  'istio',
  'istio-1.30',
  'envoy-gateway',
  'linkerd',
  'kuma',
  'articles-2023',
] as const;

export type ProfileName = (typeof PROFILE_NAMES)[number];

/** The name of the choice from the manifests. See core/choose-profile.ts. */
export const AUTO = 'auto';

/** Returns true if a user can choose this name: that of a profile, or `auto`. */
export function isProfileChoice(name: string): boolean {
  return name === AUTO || PROFILE_NAMES.some((each) => each === name);
}
