import type { ServiceKey } from '../../../ir/service.ts';
import type { ResourceOf } from '../../../resource/kinds/kind.ts';
import type { EntryPort, Resolution } from '../../../resource/kinds/networking.istio.io/service-entry.ts';
import type { SERVICE_ENTRY } from '../../../resource/kinds/rare-kinds.ts';
import type { ServiceFacet } from '../../service-facets.ts';
import type { Audience } from './visibility.ts';

/** What a proxy reads on a port. `sniffed` is a protocol that it has to detect (Istio 2.8). */
export type PortProtocol = 'http' | 'tls' | 'tcp' | 'sniffed';

/** A Service of Kubernetes, or a host of ServiceEntries, as proxies know it. */
export interface MeshService {
  readonly hostname: string;
  readonly namespace: string;
  readonly name: string;
  /** The host itself for a host of ServiceEntries. */
  readonly key: ServiceKey;
  readonly audience: Audience;
  readonly headless: boolean;
  /** By number. UDP ports are left out. */
  readonly ports: ReadonlyMap<number, PortProtocol>;
  readonly addresses: readonly string[];
  /** Null for a host of ServiceEntries. */
  readonly facet: ServiceFacet | null;
  /** Null for a Service of Kubernetes. */
  readonly entry: EntryHost | null;
}

export type ServiceEntryResource = ResourceOf<typeof SERVICE_ENTRY>;

/** A port of a host, with the ServiceEntries that define it. */
export interface PortOfHost {
  readonly port: EntryPort;
  readonly protocol: PortProtocol;
}

/** What a host of ServiceEntries is. */
export interface EntryHost {
  /** The oldest first. They are in one namespace. */
  readonly resources: readonly ServiceEntryResource[];
  readonly resolution: Resolution;
  readonly isExternal: boolean;
  readonly ports: ReadonlyMap<number, PortOfHost>;
  /** The networks of the host. Addresses of single hosts are in the addresses of the Service. */
  readonly networks: readonly string[];
}
