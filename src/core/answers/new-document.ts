import type { FixEdit, Site } from '../findings/finding.ts';
import { readResourceId } from '../ids/ids.ts';
import { blockYAML } from '../manifest/block-yaml.ts';
import type { DocumentRef } from '../resource/resource.ts';
import { resourceId } from '../resource/resource-id.ts';
import type { Snapshot } from '../snapshot.ts';
import { freeName } from './free-name.ts';

/** The group of the API of routes and Gateways. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** A new resource, without its name. */
export interface NewResource {
  /** The version of the group of the API of routes. */
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  /** The words of its name. */
  readonly words: readonly string[];
  readonly spec: Readonly<Record<string, unknown>>;
}

/** The edit that adds a resource, and the id of that resource. */
export interface AddedResource {
  readonly id: string;
  readonly edit: FixEdit;
}

/** Returns the edit that adds a resource at the end of a file, under a name that no resource has. */
export function addResource(resource: NewResource, site: Site, { cluster }: Snapshot): AddedResource {
  const { version, kind, namespace, words, spec } = resource;
  const idOf = (name: string) => resourceId(kind, GATEWAY_GROUP, namespace, name);
  const { prefix } = readResourceId(idOf('x'));
  const taken = new Set<string>();
  for (const id of cluster.byId.keys()) {
    const parts = readResourceId(id);
    if (parts.prefix === prefix && parts.namespace === namespace) taken.add(parts.name);
  }
  const name = freeName(words, taken);
  const lines = blockYAML({
    apiVersion: `${GATEWAY_GROUP}/${version}`,
    kind,
    metadata: { name, namespace },
    spec,
  });
  const text = lines.map((line) => `${line}\n`).join('');
  return { id: idOf(name), edit: { site, action: 'append-document', text } };
}

/**
 * Returns the place for a new document: the file of the first of some resources that another YAML document
 * can follow. Without one, the file that is open, or else the first file with a resource. Returns null if no
 * file can take the document: JSON files have no separator of documents.
 */
export function placeForDocument(
  ids: readonly (string | null)[],
  open: string,
  { cluster, sources }: Snapshot,
): Site | null {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const siteAt = ({ file, document }: DocumentRef): Site | null =>
    isJSON(texts.get(file) ?? '') ? null : { file, document, path: [] };
  for (const id of ids) {
    const origin = id === null ? undefined : cluster.byId.get(id)?.resource.origin;
    const site = origin && siteAt(origin);
    if (site) return site;
  }
  let first: Site | null = null;
  for (const { resource } of cluster.resources) {
    const site = siteAt(resource.origin);
    if (site?.file === open) return site;
    first ??= site;
  }
  return first;
}

/** Returns true for a text that starts as JSON does. */
function isJSON(text: string): boolean {
  return /^\uFEFF?\s*[[{]\s*["\]}{]/.test(text);
}
