import type { Cluster } from '../../../cluster/cluster.ts';
import { NO_INGRESS_CLASS } from '../../../ids/gateway-names.ts';
import type { IngressBehaviour, IngressController } from '../../../ir/proxy-config.ts';
import { INGRESS, INGRESS_CLASS } from '../../../resource/kinds/rare-kinds.ts';
import { own } from '../../../text/own.ts';
import type { IngressResource } from './ingress-resource.ts';

/** The annotation of the class that is older than the field (I-102). */
export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const NGINX_ANNOTATION = 'nginx.ingress.kubernetes.io/';

const BEHAVIOURS: ReadonlyMap<string, IngressBehaviour> = new Map([
  ['k8s.io/ingress-nginx', 'ingress-nginx'],
  ['traefik.io/ingress-controller', 'traefik'],
]);

/** A class with its controller and its Ingresses. */
export interface ServedClass {
  readonly controller: IngressController;
  readonly ingresses: readonly IngressResource[];
}

/**
 * Returns the classes of a bundle by name: those of IngressClasses, and those that only Ingresses name. An
 * Ingress without a class gets the default class, as on creation (I-104). Without a default class it is in the
 * class `*`.
 */
export function ingressClasses(cluster: Cluster): ReadonlyMap<string, ServedClass> {
  const declared = cluster.resourcesOf(INGRESS_CLASS);
  const standard = defaultClass(cluster);
  const byClass = new Map<string, IngressResource[]>(declared.map(({ name }) => [name, []]));
  for (const ingress of cluster.resourcesOf(INGRESS)) {
    const name = writtenClass(ingress) ?? standard ?? NO_INGRESS_CLASS;
    byClass.set(name, [...(byClass.get(name) ?? []), ingress]);
  }
  const classes = new Map<string, ServedClass>();
  for (const [name, ingresses] of byClass) {
    const controllerName = declared.find((each) => each.name === name)?.spec.controller ?? null;
    classes.set(name, {
      controller: {
        className: name,
        name: controllerName,
        behaves: behaviourOf(name, controllerName, ingresses),
        isDefault: name === standard || (standard === null && name === NO_INGRESS_CLASS),
        ingresses: ingresses.map(({ id }) => id),
      },
      ingresses,
    });
  }
  return classes;
}

/** Returns the class that an Ingress names: by the field, else by the annotation (I-105). */
export function writtenClass({ spec, annotations }: IngressResource): string | null {
  return spec.ingressClassName ?? own(annotations, CLASS_ANNOTATION) ?? null;
}

/** Returns the default class: the newest, ties by name (I-104). */
function defaultClass(cluster: Cluster): string | null {
  const marked = cluster.resourcesOf(INGRESS_CLASS).filter(({ spec }) => spec.isDefault);
  const [newest] = [...marked].sort(
    (a, b) => (b.created ?? 0) - (a.created ?? 0) || (a.name < b.name ? -1 : 1),
  );
  return newest?.name ?? null;
}

/**
 * Returns how the controller of a class behaves. A class that no manifest declares is of ingress-nginx if it has
 * its usual name, or if one of its Ingresses has an annotation of ingress-nginx. A note says that it is assumed.
 */
function behaviourOf(
  name: string,
  controller: string | null,
  ingresses: readonly IngressResource[],
): IngressBehaviour {
  if (controller !== null) return BEHAVIOURS.get(controller) ?? 'specification';
  const hasAnnotation = ingresses.some(({ annotations }) =>
    Object.keys(annotations).some((key) => key.startsWith(NGINX_ANNOTATION)),
  );
  return name === 'nginx' || hasAnnotation ? 'ingress-nginx' : 'specification';
}
