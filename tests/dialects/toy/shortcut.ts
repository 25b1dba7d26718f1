import { namespacedName } from '../../../src/core/ids/ids.ts';
import type { UnknownResource } from '../../../src/core/resource/decoded-resource.ts';

/** The fields of a `Shortcut` of `toy.example`. */
export interface Shortcut {
  /** `ns/name` of the Service whose requests the shortcut takes. */
  readonly service: string;
  /** The value of the header `x-shortcut` that it matches. */
  readonly header: string;
  /** `ns/name` of the Service that it forwards to. */
  readonly to: string;
}

/** Reads a `Shortcut`. Returns null for any other resource, and for one whose fields are not texts. */
export function readShortcut({ kind, group, namespace, raw }: UnknownResource): Shortcut | null {
  if (kind !== 'Shortcut' || group !== 'toy.example') return null;
  const { service, header, to } = (raw as { spec?: Record<string, unknown> }).spec ?? {};
  if (typeof service !== 'string' || typeof header !== 'string' || typeof to !== 'string') return null;
  return { service: namespacedName(namespace, service), header, to: namespacedName(namespace, to) };
}
