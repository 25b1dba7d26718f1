import type { Cluster } from '../cluster/cluster.ts';
import { selectWorkloads } from '../cluster/endpoints.ts';
import { groupOf } from '../control/dialects/gateway-api/references/reference-group.ts';
import { readApiVersion } from '../ids/api-version.ts';
import { formatResourceId, namespacedName } from '../ids/ids.ts';

import type { Resource } from '../resource/decoded-resource.ts';
import { isNamespaced } from '../resource/kinds/kinds.ts';
import type { ResourceId } from '../resource/resource.ts';
import { resourceId } from '../resource/resource-id.ts';
import type { Path } from '../text/path.ts';
import { type RefPlace, refPlacesOf } from './ref-places.ts';
import { type Fields, fieldOf, fieldsOf, textOf, valueAt, valuesAt } from './walk-object.ts';

/** A place where an object names other objects. Paths start at the object's root. */
export interface Reference {
  /** The path of the mapping or text that names the target. */
  readonly path: Path;
  /** The path of the name itself, which lists of references mark. */
  readonly name: Path;
  /** The named objects. They need not exist. */
  readonly targets: readonly ResourceId[];
  /**
   * The named part of the target: a listener or a port, by name or by number. Null when the reference names
   * the target itself.
   */
  readonly section: string | number | null;
}

/** The object that contains the references, with the facts needed to resolve them. */
export interface Referrer {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly sketch: boolean;
}

/**
 * Returns the id of an object from its parts, as the cluster has it. A null `group` means that it is not
 * known.
 */
function idOf(group: string | null, kind: string, namespace: string, name: string): ResourceId {
  return resourceId(kind, group, isNamespaced(kind, group) ? namespace : '', name);
}

/** Returns every reference of an object. `object` is the object as written. */
export function referencesOf(referrer: Referrer, object: unknown, cluster: Cluster): readonly Reference[] {
  const found: Reference[] = [];
  const add = (
    path: Path,
    targets: readonly ResourceId[],
    name = path,
    section: Reference['section'] = null,
  ) => found.push({ path, name, targets, section });
  if (referrer.namespace !== '' && textOf(valueAt(object, ['metadata', 'namespace'])) !== null) {
    add(['metadata', 'namespace'], [`Namespace/${referrer.namespace}`]);
  }
  for (const place of refPlacesOf(referrer.kind)) {
    for (const { path, value } of valuesAt(object, place.at)) {
      const fields = fieldsOf(value);
      if (place.form === 'mapping' && fields) addMapping(found, place, path, fields, referrer);
      const text = textOf(value);
      if (text === null || place.form === 'mapping') continue;
      const kind = place.defaults?.kind ?? '';
      add(path, [place.form === 'id' ? text : idOf(null, kind, referrer.namespace, text)]);
    }
  }
  if (referrer.kind === 'Endpoints')
    add(['metadata', 'name'], [formatResourceId('Service', referrer.namespace, referrer.name)]);
  if (referrer.kind === 'Service') {
    const service = cluster.services.get(namespacedName(referrer.namespace, referrer.name));
    const selector = service?.spec.selector ?? null;
    if (selector !== null && Object.keys(selector).length > 0) {
      const picked = selectWorkloads(cluster, referrer.namespace, selector);
      add(
        ['spec', 'selector'],
        picked.map(({ id }) => id),
      );
    }
  }
  if (referrer.kind === 'ReferenceGrant') addGrant(found, referrer, object, cluster);
  return found;
}

function addMapping(
  found: Reference[],
  place: RefPlace,
  path: Path,
  fields: Fields,
  { namespace: own, sketch }: Referrer,
): void {
  const name = textOf(fields.name);
  const kind = textOf(fields.kind) ?? place.defaults?.kind;
  const written = place.namespaced || place.defaults === null ? textOf(fields.namespace) : null;
  const namespace = written ?? own;
  if (written !== null) {
    const at = [...path, 'namespace'];
    found.push({ path: at, name: at, targets: [`Namespace/${namespace}`], section: null });
  }
  if (name === null || kind === undefined) return;
  const group =
    typeof fields.group === 'string'
      ? groupOf(fields.group, sketch)
      : (groupOfVersion(fields.apiVersion) ?? place.defaults?.group ?? null);
  const targets = [idOf(group, kind, namespace, name)];
  found.push({ path, name: [...path, 'name'], targets, section: null });
  for (const field of ['sectionName', 'port']) {
    const section = fieldOf(fields, field);
    const at = [...path, field];
    if (textOf(section) !== null || typeof section === 'number') {
      found.push({ path: at, name: at, targets, section: section as string | number });
    }
  }
}

/** Returns the group in `group/version`. Returns null when there is no version. */
function groupOfVersion(apiVersion: unknown): string | null {
  const text = textOf(apiVersion);
  if (text === null) return null;
  return readApiVersion(text).group;
}

/** Adds the references of a grant. It names all objects of a kind in a namespace, or one object. */
function addGrant(found: Reference[], referrer: Referrer, object: unknown, cluster: Cluster): void {
  const ofKind = (fields: Fields, namespace: string) =>
    cluster.resources.flatMap(({ resource }: Resource) => {
      const isIt =
        resource.kind === fields.kind &&
        resource.namespace === namespace &&
        (typeof fields.group !== 'string' || resource.group === groupOf(fields.group, referrer.sketch));
      return isIt ? [resource.id] : [];
    });
  for (const { path, value } of valuesAt(object, ['spec', 'from', '*'])) {
    const fields = fieldsOf(value);
    const namespace = textOf(fields?.namespace);
    if (fields === null || namespace === null) continue;
    const at = [...path, 'namespace'];
    found.push({ path, name: at, targets: ofKind(fields, namespace), section: null });
    found.push({ path: at, name: at, targets: [`Namespace/${namespace}`], section: null });
  }
  for (const { path, value } of valuesAt(object, ['spec', 'to', '*'])) {
    const fields = fieldsOf(value);
    if (fields === null) continue;
    const name = textOf(fields.name);
    const all = ofKind(fields, referrer.namespace);
    const targets = name === null ? all : all.filter((id) => id.endsWith(`/${name}`));
    found.push({ path, name: [...path, name === null ? 'kind' : 'name'], targets, section: null });
  }
}

/**
 * Returns the path of a named part of an object: a listener, a port or a rule. Returns null when the object
 * has no such part.
 */
export function sectionPath(object: unknown, section: string | number): Path | null {
  const key = typeof section === 'number' ? 'port' : 'name';
  for (const list of ['listeners', 'ports', 'rules']) {
    const hit = valuesAt(object, ['spec', list, '*']).find(({ value }) => fieldOf(value, key) === section);
    if (hit) return [...hit.path, key];
  }
  return null;
}
