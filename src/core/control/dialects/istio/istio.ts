import type { Cluster } from '../../../cluster/cluster.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { MeshIR } from '../../../ir/mesh-ir.ts';
import type { Profile } from '../../../profile/profile.ts';
import type { Kind } from '../../../resource/kinds/kind.ts';
import {
  AUTHORIZATION_POLICY,
  DESTINATION_RULE,
  ISTIO_GATEWAY,
  PEER_AUTHENTICATION,
  REQUEST_AUTHENTICATION,
  SERVICE_ENTRY,
  SIDECAR,
  VIRTUAL_ENVIRONMENT,
  VIRTUAL_SERVICE,
  WORKLOAD_ENTRY,
} from '../../../resource/kinds/rare-kinds.ts';
import { EngineMissing } from '../../../text/engine-missing.ts';
import type { DialectCheck } from '../../dialect-check.ts';
import type { CompiledDialect, DialectCompiler, World } from '../../dialect-compiler.ts';
import type { NamedService } from '../../service-facets.ts';
import { meshSettingsOf } from './mesh-settings.ts';

/** The profiles whose proxies apply objects of Istio. Under others they stay named as not simulated. */
const PROFILES: ReadonlySet<string> = new Set(['istio', 'istio-1.30', 'gateway-api', 'gateway-api-standard']);

/** The functions that compile objects of Istio. See compile-istio.ts. */
interface IstioCompiler {
  /** `routes` is true if the bundle has objects that change routes. */
  compile(world: World, has: { readonly routes: boolean }): CompiledDialect;
  namedServices(cluster: Cluster): readonly NamedService[];
  check(cluster: Cluster, compiled: CompiledDialect, ir: MeshIR): readonly Finding[];
}

let provided: IstioCompiler | null = null;

/** Provides the functions that compile objects of Istio. See core/engines.ts. */
export function provideIstioCompiler(compiler: IstioCompiler): void {
  provided = compiler;
}

/** Returns the functions. Throws EngineMissing if they are not provided yet. */
function compiler(): IstioCompiler {
  if (provided === null) throw new EngineMissing('Istio');
  return provided;
}

/**
 * The objects of Istio that change routes, and those that decide who may send what to which server. Their
 * compiler is loaded with the first of them.
 */
export const ISTIO_COMPILER: DialectCompiler = {
  name: 'istio',
  namedServices: (cluster, profile) =>
    changesRoutes(cluster, profile) ? compiler().namedServices(cluster) : [],
  compile(world) {
    const { cluster, profile } = world;
    const routes = changesRoutes(cluster, profile);
    if (routes || has(ACCESS, cluster, profile))
      return { ...compiler().compile(world, { routes }), ...endpoints(world) };
    return { claimsOn: () => null, changedServices: NO_SERVICES, ...endpoints(world) };
  },
};

/** The findings about objects of Istio. */
export const ISTIO_CHECK: DialectCheck = {
  name: 'istio',
  check({ cluster, control, profile }) {
    const compiled = control.compiled.get('istio');
    const isChecked = compiled !== undefined && changesRoutes(cluster, profile);
    return { findings: isChecked ? compiler().check(cluster, compiled, control.ir) : [], memo: null };
  },
};

const NO_SERVICES: ReadonlySet<string> = new Set();

/** WorkloadEntries and other clusters of a mesh add endpoints to a Service without a selector. */
function endpoints({ profile }: World): Pick<CompiledDialect, 'otherEndpoints'> {
  return profile.name.startsWith('istio') ? { otherEndpoints: true } : {};
}

/** The kinds that change routes. */
const ROUTES: readonly Kind[] = [
  VIRTUAL_SERVICE,
  DESTINATION_RULE,
  SIDECAR,
  SERVICE_ENTRY,
  WORKLOAD_ENTRY,
  ISTIO_GATEWAY,
  VIRTUAL_ENVIRONMENT,
];
const ACCESS: readonly Kind[] = [AUTHORIZATION_POLICY, PEER_AUTHENTICATION, REQUEST_AUTHENTICATION];

/** Returns true if a bundle has objects or settings of Istio that change routes, and the profile applies them. */
function changesRoutes(cluster: Cluster, profile: Profile): boolean {
  return has(ROUTES, cluster, profile) || (PROFILES.has(profile.name) && hasSettings(cluster));
}

/** Returns true if the configuration of a mesh is in a bundle, and changes hosts or who sees objects. */
function hasSettings(cluster: Cluster): boolean {
  const settings = meshSettingsOf(cluster);
  return settings?.outboundMode !== undefined || settings?.exportDefaults !== undefined;
}

/** Returns true if a bundle has an object of some kinds, and the profile applies them. */
function has(kinds: readonly Kind[], cluster: Cluster, { name }: Profile): boolean {
  return PROFILES.has(name) && kinds.some((kind) => cluster.resourcesOf(kind).length > 0);
}
