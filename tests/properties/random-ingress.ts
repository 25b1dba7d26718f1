import type { IngressRequest } from './ingress-oracle.ts';
import type { IngressWorld, WorldIngress } from './ingress-world.ts';
import { Choices, randomFrom } from './random-istio.ts';

const HOSTS = ['a.test', 'b.test', 'x.w.test', '*.w.test', null] as const;
const PATHS = ['/', '/app', '/app/', '/app/v1', '/Admin', '/api'] as const;
const PATTERNS = ['/app(/|$)(.*)', '/v[0-9]', '/app/[a-z]+'] as const;
const TARGETS = ['/$2', '/', '/app', '/x/$1'] as const;
const SERVICES = ['one', 'two', 'three', 'four'] as const;

/** Returns a random world of ingress-nginx. Its Ingresses meet at few hosts, paths and Services. */
export function randomIngressWorld(seed: number): IngressWorld {
  const choices = new Choices(randomFrom(seed));
  const aged = choices.chance(0.7);
  const count = 1 + choices.below(4);
  return {
    services: SERVICES.map((name) => ({ name, empty: choices.chance(0.12) })),
    ingresses: Array.from({ length: count }, (_, at) => randomIngress(choices, at, aged)),
  };
}

function randomIngress(choices: Choices, at: number, aged: boolean): WorldIngress {
  const isRegex = choices.chance(0.25);
  const isCanary = choices.chance(0.25);
  const onlyDefault = choices.chance(0.1);
  const maybe = <T>(share: number, make: () => T): T | null => (choices.chance(share) ? make() : null);
  return {
    name: `i${at}`,
    age: aged ? 1_700_000_000 + choices.below(3) : null,
    host: choices.of(HOSTS),
    paths: onlyDefault
      ? []
      : choices.some(1, 3, () => ({
          path: isRegex && choices.chance(0.6) ? choices.of(PATTERNS) : choices.of(PATHS),
          type: choices.chance(0.3) ? ('Exact' as const) : ('Prefix' as const),
          service: choices.of(SERVICES),
        })),
    defaultBackend: onlyDefault || choices.chance(0.15) ? choices.of(SERVICES) : null,
    tls: choices.chance(0.2),
    useRegex: isRegex,
    rewriteTarget: maybe(isRegex ? 0.6 : 0.1, () => choices.of(TARGETS)),
    forceTLS: choices.chance(0.1),
    appRoot: maybe(0.08, () => '/start'),
    permanentRedirect: maybe(0.08, () => 'https://new.test/moved'),
    allows: maybe(0.1, () => '10.0.0.0/8'),
    canary: isCanary
      ? {
          weight: choices.of([0, 30, 100]),
          header: maybe(0.5, () => 'X-Canary'),
          headerValue: maybe(0.3, () => 'beta'),
          cookie: maybe(0.4, () => 'canary'),
        }
      : null,
  };
}

/** Returns a world with another path, weight or Service in one of its Ingresses. */
export function changedIngressWorld({ services, ingresses }: IngressWorld, seed: number): IngressWorld {
  const choices = new Choices(randomFrom(seed));
  const at = choices.below(ingresses.length);
  const fresh = randomIngress(
    choices,
    at,
    ingresses.every(({ age }) => age !== null),
  );
  return {
    services,
    ingresses: ingresses.map((each, index) => (index === at ? { ...fresh, name: each.name } : each)),
  };
}

const REQUEST_HOSTS = ['a.test', 'b.test', 'x.w.test', 'y.w.test', 'z.y.w.test', 'other.test'] as const;
const REQUEST_PATHS = [
  '/',
  '/app',
  '/app/',
  '/apple',
  '/APP',
  '/app/v1',
  '/app/v1/x',
  '/app/abc',
  '/Admin',
  '/administrator/x',
  '/api/y',
  '/v7',
  '/v7x/',
] as const;

/** Every combination that the worlds can distinguish. */
export const INGRESS_REQUESTS: readonly IngressRequest[] = REQUEST_HOSTS.flatMap((host) =>
  REQUEST_PATHS.flatMap((path) =>
    (['http', 'https'] as const).flatMap((scheme) =>
      ['127.0.0.1', '10.1.2.3'].flatMap((address) =>
        [null, 'always', 'never', 'beta'].flatMap((xCanary) =>
          [null, 'always', 'never'].map(
            (cookie): IngressRequest => ({
              scheme,
              host,
              path,
              query: path === '/app' ? 'q=1' : '',
              address,
              xCanary,
              cookie,
            }),
          ),
        ),
      ),
    ),
  ),
);
