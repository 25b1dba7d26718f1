import type { IngressResource } from '../control/dialects/ingress-api/class-of-ingress.ts';
import { annotationPlace } from '../control/dialects/ingress-api/nginx/annotation-place.ts';
import { SNIPPETS } from '../control/dialects/ingress-api/nginx/annotation-rules.ts';
import { type NginxSettings, nginxSettings } from '../control/dialects/ingress-api/nginx/nginx-settings.ts';
import { placeIn } from '../control/dialects/ingress-api/place-in-ingress.ts';
import { own } from '../text/own.ts';
import type { LossCode } from './loss.ts';
import type { LossList } from './loss-list.ts';

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** Annotations that are not simulated and keep requests out. */
const PROTECTIVE: ReadonlySet<string> = new Set([
  'auth-tls-secret',
  'enable-modsecurity',
  'enable-global-auth',
]);
const SECONDS = /^[1-9]\d*$/;

/** What the annotations of an Ingress mean for all its rules. */
export interface ConvertedSettings {
  readonly settings: NginxSettings;
  /** True if a protection is lost that no entry shows. Its rules are closed. */
  readonly isProtected: boolean;
  readonly timeouts: { readonly backendRequest: string } | null;
  /** The protocol of the backends asks for TLS. */
  readonly isTLS: boolean;
  /** True if no route can reach the backends. */
  readonly isUnreachable: boolean;
}

/** Returns the settings of an Ingress of ingress-nginx. Adds a loss for each annotation without an equal. */
export function convertedSettings(ingress: IngressResource, losses: LossList): ConvertedSettings {
  const settings = nginxSettings(ingress.annotations, false);
  const at = (name: string) => annotationPlace(ingress, name, placeIn(ingress, ['metadata']));
  const lose = (
    name: string,
    code: Parameters<LossList['add']>[2],
    more: Readonly<Record<string, string>> = {},
  ) => losses.add(ingress.id, at(name), code, { annotation: name, ...more });
  const protections = protectionsOf(settings, ingress);
  for (const [name, code] of protections) lose(name, code);
  let isProtected = protections.length > 0;
  for (const key of settings.unsimulated) {
    const name = key.slice(PREFIX.length);
    const protects = PROTECTIVE.has(name);
    isProtected ||= protects;
    lose(name, protects ? 'access-control' : 'annotation');
  }
  for (const limit of settings.limits) lose(partsOf(limit)[0], 'rate-limit');
  let timeouts: ConvertedSettings['timeouts'] = null;
  for (const each of settings.timeouts) {
    const [name, value] = partsOf(each);
    if (name === 'proxy-next-upstream') lose(name, 'retries');
    else lose(name, 'timeout-meaning', { value });
    if (name === 'proxy-read-timeout' && SECONDS.test(value)) timeouts = { backendRequest: `${value}s` };
  }
  if (settings.affinity !== null) lose('affinity', 'session-experimental');
  if (settings.defaultBackend !== '') lose('default-backend', 'spare-backend');
  const { protocol } = settings;
  if (/^(HTTPS|GRPCS)$/.test(protocol)) lose('backend-protocol', 'backend-tls', { protocol });
  if (!/^(HTTP|HTTPS)$/.test(protocol)) lose('backend-protocol', 'backend-protocol', { protocol });
  for (const alias of settings.aliases)
    if (alias.startsWith('~')) lose('server-alias', 'host-pattern', { host: alias });
  return {
    settings,
    isProtected,
    timeouts,
    isTLS: /^(HTTPS|GRPCS)$/.test(protocol),
    isUnreachable: protocol === 'FCGI',
  };
}

/**
 * Returns the annotations that keep requests out. The tables of a controller may not show them: a Service without
 * endpoints answers before they act (I-614).
 */
function protectionsOf(
  { allows, denies, deniedBy, authURL, passwords }: NginxSettings,
  { annotations }: IngressResource,
): readonly (readonly [string, LossCode])[] {
  const has = (name: string) => (own(annotations, `${PREFIX}${name}`) ?? '') !== '';
  const present = (isSet: boolean, ...names: readonly string[]) =>
    isSet ? names.filter(has).map((name) => [name, 'access-control'] as const) : [];
  return [
    ...present(allows !== null, 'whitelist-source-range', 'allowlist-source-range'),
    ...present(denies.length > 0 || deniedBy === 'denylist-source-range', 'denylist-source-range'),
    ...present(authURL !== null, 'auth-url'),
    ...present(passwords !== null, 'auth-type'),
    ...SNIPPETS.filter(has).map((name) => [name, 'unknown-effect'] as const),
  ];
}

/** Returns the name and the value of an annotation. */
function partsOf(setting: string): readonly [string, string] {
  const [, name = '', value = ''] = /^([\w-]+): ([\s\S]*)$/.exec(setting) ?? [];
  return [name, value];
}
