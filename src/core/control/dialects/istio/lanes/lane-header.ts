import type { Client } from '../../../../ir/client.ts';
import type { AddedHeader } from '../../../../ir/proxy-config.ts';
import { own } from '../../../../text/own.ts';
import type { PodLabels } from '../labels.ts';
import type { MeshServices } from '../mesh-services.ts';
import type { ActiveEnvironment } from './environments.ts';

/** The header that the sidecars of a namespace add to requests without it (KT-env 20.7). */
export interface LaneHeaders {
  /** Returns the label that the header has its value from. Returns null if nothing is added. */
  labelIn(namespace: string | null): string | null;
  /** Returns the header that the proxy of a client adds. Returns null if it adds none. */
  addedBy(namespace: string | null, labels: PodLabels): AddedHeader | null;
  /** Returns the name of the header if the label of a client decides it and is unknown. */
  unknownFor(client: Client, isKnown: boolean): string | null;
}

/** Returns the headers that VirtualEnvironments with `autoInject` add. */
export function laneHeaders(
  active: ReadonlyMap<string, ActiveEnvironment>,
  services: MeshServices,
): LaneHeaders {
  const specIn = (namespace: string | null) => {
    const found = namespace === null ? undefined : active.get(namespace)?.resource;
    return found?.spec.autoInject === true ? found : null;
  };
  return {
    labelIn: (namespace) => specIn(namespace)?.spec.label ?? null,
    addedBy(namespace, labels) {
      const environment = specIn(namespace);
      if (environment === null) return null;
      const value = own(labels, environment.spec.label);
      if (value === undefined || value === '') return null;
      return {
        name: environment.spec.header,
        value,
        by: environment.id,
        // The filter is part of the HTTP listeners of a proxy.
        reads({ service, port }) {
          if (service === null) return true;
          const protocol = services.byKey.get(service)?.ports.get(port);
          return protocol === 'http' || protocol === 'sniffed';
        },
      };
    },
    unknownFor: (client, isKnown) => (isKnown ? null : (specIn(client.namespace)?.spec.header ?? null)),
  };
}
