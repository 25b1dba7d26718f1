import type { Cluster } from '../../../cluster/cluster.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { DialectDrawing } from '../../../graph/dialect-drawing.ts';
import { INGRESS, INGRESS_CLASS } from '../../../resource/kinds/rare-kinds.ts';
import { EngineMissing } from '../../../text/engine-missing.ts';
import type { DialectCheck } from '../../dialect-check.ts';
import type { CompiledDialect, DialectCompiler, World } from '../../dialect-compiler.ts';
import type { NamedService } from '../../service-facets.ts';

/** The functions that compile Ingresses. See compile-ingress.ts. */
interface IngressCompiler {
  compile(world: World): CompiledDialect;
  namedServices(cluster: Cluster): readonly NamedService[];
  draw: DialectDrawing;
  check(cluster: Cluster, compiled: CompiledDialect): readonly Finding[];
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

/** Ingresses. Their compiler is loaded with the first of them, or of their classes. */
export const INGRESS_COMPILER: DialectCompiler = {
  name: 'ingress-api',
  namedServices: (cluster) => (isUsed(cluster) ? compiler().namedServices(cluster) : []),
  compile: (world) => (isUsed(world.cluster) ? compiler().compile(world) : NOTHING),
};

const NOTHING: CompiledDialect = { claimsOn: () => null, changedServices: new Set() };

/** The findings about Ingresses. */
export const INGRESS_CHECK: DialectCheck = {
  name: 'ingress-api',
  check({ cluster, control }) {
    const compiled = control.compiled.get('ingress-api');
    const isChecked = compiled !== undefined && isUsed(cluster);
    return { findings: isChecked ? compiler().check(cluster, compiled) : [], memo: null };
  },
};

/** Draws Ingresses and their classes. */
export const INGRESS_DRAWING: DialectDrawing = (drawing, cluster, control) => {
  if (isUsed(cluster)) compiler().draw(drawing, cluster, control);
};

/** Returns true if a bundle has an Ingress or a class of Ingresses. */
function isUsed(cluster: Cluster): boolean {
  return cluster.resourcesOf(INGRESS).length > 0 || cluster.resourcesOf(INGRESS_CLASS).length > 0;
}
