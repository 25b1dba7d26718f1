import { namespacedName } from '../../../../ids/ids.ts';
import { BY_NUMBER_OR_NAME, type ResolvedBackend, resolveBackend } from '../backend-of-ingress.ts';
import type { NginxContext } from './nginx-context.ts';
import type { Location } from './servers.ts';

/**
 * Returns the endpoints of a location. If its Service has none, the Service of the annotation `default-backend`
 * answers, if it has some (I-720). Null is the 404 of the controller.
 */
export function defaultUpstream({ upstream, from }: Location, context: NginxContext): ResolvedBackend | null {
  if (upstream === null) return null;
  const { backend } = upstream;
  const { settings, ingress } = from;
  if (!backend.isEmpty || settings.defaultBackend === '') return backend;
  const facet = context.services.find(namespacedName(ingress.namespace, settings.defaultBackend));
  const port = facet?.ports[0]?.port;
  if (port === undefined) return backend;
  const reference = { kind: 'service', name: settings.defaultBackend, port, origin: [] } as const;
  const spare = resolveBackend(reference, ingress.namespace, BY_NUMBER_OR_NAME, context);
  return spare.isEmpty ? backend : spare;
}
