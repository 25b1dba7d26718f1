import type { IngressResource } from '../control/dialects/ingress-api/class-of-ingress.ts';
import { annotationPlace } from '../control/dialects/ingress-api/nginx/annotation-place.ts';
import { nginxSettings } from '../control/dialects/ingress-api/nginx/nginx-settings.ts';
import { placeIn } from '../control/dialects/ingress-api/place-in-ingress.ts';
import type { ClassInput } from './class-documents.ts';

/** Adds the losses of Ingresses that their controller does not serve today: they are not converted (I-602, I-609). */
export function lossesOfClass({ controller, cluster, losses, takes, proxy }: ClassInput): void {
  if (controller.behaves !== 'ingress-nginx') return;
  for (const id of controller.objects) {
    const ingress = cluster.byId.get(id)?.resource as IngressResource | undefined;
    if (ingress === undefined || !takes(id)) continue;
    const { droppedBy } = nginxSettings(ingress.annotations, false);
    const serves = proxy.listeners.some(({ table }) => table?.entries.some(({ route }) => route === id));
    if (droppedBy === null || serves) continue;
    const origin = annotationPlace(ingress, droppedBy, placeIn(ingress, ['metadata']));
    losses.add(id, origin, 'ingress-dropped', { annotation: droppedBy });
  }
  addClashes({ controller, cluster, losses, takes, proxy });
}

/** Two prefixes that ingress-nginx cannot have on one host: it keeps its last configuration for all hosts (I-609). */
function addClashes({
  proxy,
  cluster,
  losses,
  takes,
}: Pick<ClassInput, 'controller' | 'cluster' | 'losses' | 'takes' | 'proxy'>): void {
  for (const { table, name } of proxy.listeners) {
    if (name !== 'http') continue;
    const paths = new Set<string>();
    for (const { conditions, route } of table?.entries ?? []) {
      const path = conditions.find(({ of }) => of === 'path');
      if (path?.op === 'path-prefix') paths.add(path.value);
      const ingress = cluster.byId.get(route)?.resource as IngressResource | undefined;
      if (
        path?.op === 'prefix' &&
        takes(route) &&
        ingress !== undefined &&
        hasTwin(path.value, table?.entries ?? [])
      )
        losses.add(route, path.origin, 'controller-stuck', { path: path.value });
    }
  }
}

function hasTwin(
  value: string,
  entries: readonly { readonly conditions: readonly { readonly op: string; readonly value: string }[] }[],
): boolean {
  return entries.some(({ conditions }) =>
    conditions.some(({ op, value: other }) => op === 'path-prefix' && other === value.slice(0, -1)),
  );
}
