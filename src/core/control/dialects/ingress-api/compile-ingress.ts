import type { Cluster } from '../../../cluster/cluster.ts';
import { gatewayClass } from '../../../ids/client-classes.ts';
import { INGRESS_CLASS_KIND, namespacedName } from '../../../ids/ids.ts';
import type { GatewayProxy } from '../../../ir/proxy-config.ts';
import { INGRESS } from '../../../resource/kinds/rare-kinds.ts';
import type { CompiledDialect, World } from '../../dialect-compiler.ts';
import type { NamedService } from '../../service-facets.ts';
import { type CompiledClass, keepClasses } from './compiled-classes.ts';
import { ingressClasses, type ServedClass } from './ingress-classes.ts';
import { hostsOfClass, type ServedHost } from './ingress-hosts.ts';
import type { DecidedByNginx } from './nginx/decided-by-nginx.ts';
import { nginxHosts } from './nginx/nginx-hosts.ts';
import { notesOnClass } from './notes-on-class.ts';
import { specificationHosts } from './specification-hosts.ts';
import { traefikHosts } from './traefik-hosts.ts';

/** Returns the configurations of the controllers of all classes of Ingresses. */
export function compileIngress(world: World): CompiledDialect {
  const { cluster, ageOf } = world;
  const gateways = new Map<string, GatewayProxy>();
  const classes = new Map<string, CompiledClass>();
  for (const [name, served] of ingressClasses(cluster)) {
    const key = namespacedName(INGRESS_CLASS_KIND, name);
    const { listeners, find } = hostsOfClass(
      name,
      servedHosts(served, world, (nginx) => classes.set(name, { ...served, ageOf, nginx })),
    );
    if (!classes.has(name)) classes.set(name, { ...served, ageOf, nginx: null });
    gateways.set(key, {
      entrance: 'gateway',
      of: gatewayClass(key),
      id: key,
      kind: INGRESS_CLASS_KIND,
      controller: served.controller,
      namespace: '',
      assumed: false,
      refusesMisdirected: false,
      listeners,
      find,
      passedOver: () => [],
      notesOn: () => notesOnClass(served.controller),
    });
  }
  const compiled = {
    claimsOn: () => null,
    changedServices: NO_SERVICES,
    gateways: () => gateways,
  };
  keepClasses(compiled.gateways, classes);
  return compiled;
}

const NO_SERVICES: ReadonlySet<string> = new Set();

function servedHosts(
  { controller, ingresses }: ServedClass,
  world: World,
  keep: (decided: DecidedByNginx) => void,
): readonly ServedHost[] {
  const aged = ingresses.map((ingress) => ({ ingress, age: world.ageOf(ingress) }));
  switch (controller.behaves) {
    case 'ingress-nginx':
      return nginxHosts(aged, world, keep);
    case 'traefik':
      return traefikHosts(aged, world);
    case 'specification':
      return specificationHosts(aged, world);
    default:
      return controller.behaves satisfies never;
  }
}

/** Returns the Services that Ingresses name. */
export function servicesOfIngresses(cluster: Cluster): readonly NamedService[] {
  return cluster.resourcesOf(INGRESS).flatMap(({ namespace, spec }) => {
    const backends = [
      spec.defaultBackend,
      ...spec.rules.flatMap(({ paths }) => paths.map(({ backend }) => backend)),
    ];
    return backends.flatMap((backend): readonly NamedService[] =>
      backend === null || backend.kind === 'resource'
        ? []
        : [
            {
              namespace,
              name: backend.name,
              port: typeof backend.port === 'number' ? backend.port : null,
              section: typeof backend.port === 'string' ? backend.port : null,
            },
          ],
    );
  });
}
