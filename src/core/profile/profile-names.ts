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

/** Returns true if a profile has this name. */
export function isProfileName(name: string): boolean {
  return PROFILE_NAMES.some((each) => each === name);
}
