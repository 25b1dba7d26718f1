import type { Drawing } from '../../../../graph/drawing.ts';
import { NO_INGRESS_CLASS } from '../../../../ids/gateway-names.ts';
import { formatResourceId, INGRESS_CLASS_KIND } from '../../../../ids/ids.ts';
import { classOfIngress, type IngressClassResource, type IngressResource } from '../class-of-ingress.ts';
import type { CompiledClass } from '../compiled-classes.ts';

/** Controllers of Ingresses serve HTTP and HTTPS (I-501). */
const PORTS = '80, 443';

/** Returns the id of the node of a class. */
export function classId(name: string): string {
  return formatResourceId(INGRESS_CLASS_KIND, '', name);
}

/**
 * Draws a class as an entrance for requests from outside. A class that only Ingresses name is assumed. It is
 * missing if the bundle declares other ones and no Ingress can be served through it.
 */
export function drawClass(
  drawing: Drawing,
  { controller, ingresses }: CompiledClass,
  declared: readonly IngressClassResource[],
): void {
  const { className, name, behaves } = controller;
  const own = declared.find((each) => each.name === className);
  const facts = {
    ports: PORTS,
    behaves,
    ...(name !== null && { controller: name }),
    ...(className === NO_INGRESS_CLASS && { classless: 1 }),
  };
  if (own !== undefined) {
    drawing.addResource(own, { kind: 'gateway', facts });
    return;
  }
  const isMissing = ingresses.every((ingress) => !isServed(ingress, declared));
  drawing.addNode({
    id: classId(className),
    kind: isMissing ? 'missing' : 'gateway',
    resourceKind: INGRESS_CLASS_KIND,
    namespace: '',
    label: className,
    facts: isMissing ? { ...facts, part: 'parent' } : { ...facts, assumed: 1 },
  });
}

/**
 * Returns true if a controller serves an Ingress, as far as the bundle says which classes there are (I-103,
 * I-105).
 */
export function isServed(ingress: IngressResource, declared: readonly IngressClassResource[]): boolean {
  if (declared.length === 0) return true;
  const found = classOfIngress(ingress, declared);
  switch (found.by) {
    case 'field':
      return declared.some(({ name }) => name === found.name);
    case 'none':
      return false;
    case 'annotation':
    case 'default':
      return true;
    default:
      return found satisfies never;
  }
}
