import type { Cluster } from '../../../cluster/cluster.ts';
import { INGRESS } from '../../../resource/kinds/rare-kinds.ts';
import { EngineMissing } from '../../../text/engine-missing.ts';
import type { CompiledDialect, DialectCompiler, World } from '../../dialect-compiler.ts';
import type { NamedService } from '../../service-facets.ts';

/** The functions that compile Ingresses. See compile-ingress.ts. */
interface IngressCompiler {
  compile(world: World): CompiledDialect;
  namedServices(cluster: Cluster): readonly NamedService[];
}

let provided: IngressCompiler | null = null;

/** Provides the functions that compile Ingresses. See core/engines.ts. */
export function provideIngressCompiler(compiler: IngressCompiler): void {
  provided = compiler;
}

/** Returns the functions. Throws EngineMissing if they are not provided yet. */
function compiler(): IngressCompiler {
  if (provided === null) throw new EngineMissing('Ingress');
  return provided;
}

/** Ingresses. Their compiler is loaded with the first of them. */
export const INGRESS_COMPILER: DialectCompiler = {
  name: 'ingress',
  namedServices: (cluster) => (hasIngresses(cluster) ? compiler().namedServices(cluster) : []),
  compile: (world) => (hasIngresses(world.cluster) ? compiler().compile(world) : NOTHING),
};

const NOTHING: CompiledDialect = { claimsOn: () => null, changedServices: new Set() };

/** Returns true if a bundle has an Ingress. A class without Ingresses serves nothing. */
function hasIngresses(cluster: Cluster): boolean {
  return cluster.resourcesOf(INGRESS).length > 0;
}
