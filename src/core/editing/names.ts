import type { Cluster } from '../cluster/cluster.ts';
import { namespacedName } from '../ids/ids.ts';
import { compareKeys } from '../ir/order.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { NameOffer, NamesQuestion } from './editor-question.ts';
import { type RefDefaults, refPlacesOf } from './ref-places.ts';
import { fitsPattern } from './walk-object.ts';

/** A longer list does not help. Typing narrows the list. */
const MOST = 300;

/**
 * Returns the possible values of a field of a reference, from the objects of the cluster. Returns an empty
 * list for any other field.
 */
export function namesFor(cluster: Cluster, question: NamesQuestion): readonly NameOffer[] {
  const { path, beside } = question;
  const field = path.at(-1);
  if (path.length === 2 && path[0] === 'metadata' && field === 'namespace') return namespaces(cluster);
  for (const place of refPlacesOf(question.kind)) {
    if (place.form === 'name' && fitsPattern(path, place.at)) {
      return objects(cluster, place.kinds, question.namespace, false);
    }
    if (place.form === 'id' && fitsPattern(path, place.at)) {
      return cluster.resources.slice(0, MOST).map(({ resource: { id, kind } }) => offer(id, kind));
    }
    if (place.form !== 'mapping' || !fitsPattern(path.slice(0, -1), place.at)) continue;
    const kind = beside.kind ?? place.defaults?.kind;
    const group = beside.group ?? (beside.kind === undefined ? place.defaults?.group : undefined);
    const wanted = kind === undefined ? place.kinds : [{ group: group ?? '', kind }];
    const namespace = beside.namespace ?? question.namespace;
    switch (field) {
      case 'name': {
        const others = place.namespaced && beside.namespace === undefined;
        return objects(cluster, wanted, namespace, others);
      }
      case 'namespace':
        return place.namespaced ? namespaces(cluster) : [];
      case 'kind':
        return place.kinds.map((each) => offer(each.kind, each.group === '' ? 'core' : each.group));
      case 'group':
        return place.kinds
          .filter((each) => beside.kind === undefined || each.kind === beside.kind)
          .map((each) => offer(each.group === '' ? '""' : each.group, each.kind));
      case 'sectionName':
      case 'port':
        return sections(cluster, kind ?? 'Service', namespace, beside.name ?? '', field);
    }
    return [];
  }
  if (question.kind === 'ReferenceGrant' && fitsPattern(path, ['spec', 'from', '*', 'namespace'])) {
    return namespaces(cluster);
  }
  if (question.kind === 'ReferenceGrant' && fitsPattern(path, ['spec', 'to', '*', 'name'])) {
    const wanted = [{ group: beside.group ?? '', kind: beside.kind ?? 'Service' }];
    return objects(cluster, wanted, question.namespace, false);
  }
  return [];
}

function offer(value: string, detail: string, namespace: string | null = null): NameOffer {
  return { value, detail, namespace };
}

function namespaces(cluster: Cluster): readonly NameOffer[] {
  return [...cluster.namespaceNames]
    .sort(compareKeys)
    .slice(0, MOST)
    .map((name) => offer(name, 'Namespace'));
}

/**
 * Returns the objects of some kinds: first those of the namespace, then those that need their namespace
 * written.
 */
function objects(
  cluster: Cluster,
  kinds: readonly RefDefaults[],
  namespace: string,
  others: boolean,
): readonly NameOffer[] {
  const near: NameOffer[] = [];
  const far: NameOffer[] = [];
  for (const { resource } of cluster.resources as readonly Resource[]) {
    if (!kinds.some(({ kind }) => kind === resource.kind)) continue;
    if (resource.namespace === '' || resource.namespace === namespace) {
      near.push(offer(resource.name, resource.kind));
    } else if (others) {
      far.push(offer(resource.name, `${resource.kind} · ${resource.namespace}`, resource.namespace));
    }
  }
  return [...near, ...far].slice(0, MOST);
}

function sections(
  cluster: Cluster,
  kind: string,
  namespace: string,
  name: string,
  field: 'sectionName' | 'port',
): readonly NameOffer[] {
  const key = namespacedName(namespace, name);
  const listeners =
    kind === 'Gateway'
      ? cluster.gateways.get(key)?.spec.listeners
      : kind === 'ListenerSet'
        ? cluster.listenerSets.find((each) => each.namespace === namespace && each.name === name)?.spec
            .listeners
        : undefined;
  const parts: readonly { readonly name: string; readonly port: number; readonly detail: string }[] =
    listeners?.map((each) => ({ ...each, detail: each.protocol })) ??
    (kind === 'Service' ? (cluster.services.get(key)?.spec.ports ?? []) : []).map((each) => ({
      ...each,
      detail: each.appProtocol ?? each.protocol,
    }));
  const offers = parts.flatMap((part) =>
    field === 'port'
      ? [offer(String(part.port), [part.name, part.detail].filter((each) => each !== '').join(' · '))]
      : part.name === ''
        ? []
        : [offer(part.name, `${part.port} · ${part.detail}`)],
  );
  return offers.filter((each, at) => offers.findIndex((one) => one.value === each.value) === at);
}
