import type { Cluster } from '../../../cluster/cluster.ts';
import { NO_INGRESS_CLASS } from '../../../ids/gateway-names.ts';
import type { ClassController, ControllerBehaviour } from '../../../ir/proxy-config.ts';
import { NGINX_PREFIX } from '../../../resource/kinds/networking.k8s.io/nginx-annotations.ts';
import { INGRESS, INGRESS_CLASS } from '../../../resource/kinds/rare-kinds.ts';
import { classOfIngress, defaultClass, type IngressResource } from './class-of-ingress.ts';

const BEHAVIOURS: ReadonlyMap<string, ControllerBehaviour> = new Map([
  ['k8s.io/ingress-nginx', 'ingress-nginx'],
  ['traefik.io/ingress-controller', 'traefik'],
]);

/** A class with its controller and its Ingresses. */
export interface ServedClass {
  readonly controller: ClassController;
  readonly ingresses: readonly IngressResource[];
}

/**
 * Returns the classes of a bundle by name: those of IngressClasses, and those that only Ingresses name. An
 * Ingress without a class gets the default class, as on creation (I-104). Without a default class it is in the
 * class `*`.
 */
export function ingressClasses(cluster: Cluster): ReadonlyMap<string, ServedClass> {
  const declared = cluster.resourcesOf(INGRESS_CLASS);
  const standard = defaultClass(declared)?.name ?? null;
  const byClass = new Map<string, IngressResource[]>(declared.map(({ name }) => [name, []]));
  for (const ingress of cluster.resourcesOf(INGRESS)) {
    const own = classOfIngress(ingress, declared);
    const name = own.by === 'none' ? NO_INGRESS_CLASS : own.name;
    const members = byClass.get(name);
    if (members === undefined) byClass.set(name, [ingress]);
    else members.push(ingress);
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
        objects: ingresses.map(({ id }) => id),
      },
      ingresses,
    });
  }
  return classes;
}

/**
 * Returns how the controller of a class behaves. A class that no manifest declares is of ingress-nginx if it has
 * its usual name, or if one of its Ingresses has an annotation of ingress-nginx. A note says that it is assumed.
 */
function behaviourOf(
  name: string,
  controller: string | null,
  ingresses: readonly IngressResource[],
): ControllerBehaviour {
  if (controller !== null) return BEHAVIOURS.get(controller) ?? 'specification';
  const hasAnnotation = ingresses.some(({ annotations }) =>
    Object.keys(annotations).some((key) => key.startsWith(NGINX_PREFIX)),
  );
  return name === 'nginx' || hasAnnotation ? 'ingress-nginx' : 'specification';
}
