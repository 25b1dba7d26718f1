import type { Profile } from './profile.ts';

/** The fields of a profile that proxy configurations are compiled with. Other fields do not change them. */
export const PROXY_FIELDS = [
  'serviceIdentification',
  'serverSideProducerRoutes',
  'hostnameFallthrough',
  'listenerIsolation',
  'misdirectedRequests',
] as const satisfies readonly (keyof Profile)[];

/** The part of a profile that proxy configurations are compiled with. */
export type ProxyRules = Pick<Profile, (typeof PROXY_FIELDS)[number]>;

/** Returns a text that is equal for profiles with equal proxy configurations. */
export function proxyRulesKey(rules: ProxyRules): string {
  return PROXY_FIELDS.map((field) => String(rules[field])).join(' ');
}
