import { classOfIngress, type IngressClassResource, type IngressResource } from '../class-of-ingress.ts';
import type { Report } from './report.ts';

/**
 * Reports a class that does not exist (I-103), the default class (I-104), and an Ingress without a class
 * (I-105). Without any IngressClass, the manifests do not say which ones the cluster has.
 */
export function checkClass(
  ingress: IngressResource,
  classes: readonly IngressClassResource[],
  report: Report,
): void {
  if (classes.length === 0) return;
  const found = classOfIngress(ingress, classes);
  const names = classes.map(({ name }) => name).join(', ');
  switch (found.by) {
    case 'field':
      if (classes.some(({ name }) => name === found.name)) return;
      report('ingress-class-missing', ingress, ['spec', 'ingressClassName'], {
        ingress: ingress.id,
        class: found.name,
        classes: names,
      });
      return;
    case 'default':
      report('ingress-class-default', ingress, ['spec'], { ingress: ingress.id, class: found.name });
      return;
    case 'none':
      report('ingress-class-none', ingress, ['spec'], { ingress: ingress.id, classes: names });
      return;
    // The annotation names a class or a controller. It need not be an IngressClass.
    case 'annotation':
      return;
    default:
      found satisfies never;
  }
}
