import { compareKeys } from '../../../ir/order.ts';
import type { ResourceOf } from '../../../resource/kinds/kind.ts';
import { CLASS_ANNOTATION } from '../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { INGRESS, INGRESS_CLASS } from '../../../resource/kinds/rare-kinds.ts';
import { own } from '../../../text/own.ts';

/** A decoded Ingress. */
export type IngressResource = ResourceOf<typeof INGRESS>;

/** A decoded IngressClass. */
export type IngressClassResource = ResourceOf<typeof INGRESS_CLASS>;

/** The class of an Ingress, and where its name comes from. */
export type ClassOfIngress =
  /** The field names an IngressClass (I-103). The annotation is then without effect (I-105). */
  | { readonly by: 'field'; readonly name: string }
  /** The annotation names a class or a controller, which need not be an IngressClass (I-102). */
  | { readonly by: 'annotation'; readonly name: string }
  /** The class that an Ingress without a class gets when it is created (I-104). */
  | { readonly by: 'default'; readonly name: string }
  /** No class. */
  | { readonly by: 'none' };

/** Returns the class of an Ingress. `classes` are the IngressClasses of the cluster. */
export function classOfIngress(
  { spec, annotations }: IngressResource,
  classes: readonly IngressClassResource[],
): ClassOfIngress {
  if (spec.ingressClassName !== null) return { by: 'field', name: spec.ingressClassName };
  const annotation = own(annotations, CLASS_ANNOTATION);
  if (annotation !== undefined && annotation !== '') return { by: 'annotation', name: annotation };
  const name = defaultClass(classes)?.name;
  return name === undefined ? { by: 'none' } : { by: 'default', name };
}

/**
 * Returns the default class: the newest one, then the first one by name (I-104). A class without a timestamp
 * counts as newer than those that have one. Returns null if no class is a default.
 */
export function defaultClass(classes: readonly IngressClassResource[]): IngressClassResource | null {
  const age = ({ created }: IngressClassResource) => created ?? Number.POSITIVE_INFINITY;
  const newerFirst = (a: IngressClassResource, b: IngressClassResource) =>
    age(a) === age(b) ? compareKeys(a.name, b.name) : age(b) > age(a) ? 1 : -1;
  return classes.filter(({ spec }) => spec.isDefault).sort(newerFirst)[0] ?? null;
}
