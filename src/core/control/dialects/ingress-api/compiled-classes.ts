import type { CompiledDialect, World } from '../../dialect-compiler.ts';
import type { ServedClass } from './ingress-classes.ts';
import type { DecidedByNginx } from './nginx/decided-by-nginx.ts';

/** A class with what its controller decided, for the check and the drawing of the dialect. */
export interface CompiledClass extends ServedClass {
  /** Null for another controller. */
  readonly nginx: DecidedByNginx | null;
  /** Returns the age of an Ingress. Null if the manifest does not say. */
  readonly ageOf: World['ageOf'];
}

/** Classes by name. */
export type CompiledClasses = ReadonlyMap<string, CompiledClass>;

type Gateways = NonNullable<CompiledDialect['gateways']>;

const CLASSES = new WeakMap<Gateways, CompiledClasses>();
const NONE: CompiledClasses = new Map();

/** Keeps the classes that the configurations of controllers were compiled from. */
export function keepClasses(gateways: Gateways, classes: CompiledClasses): void {
  CLASSES.set(gateways, classes);
}

/** Returns the classes of a compiled dialect. */
export function compiledClasses(compiled: Pick<CompiledDialect, 'gateways'> | undefined): CompiledClasses {
  return compiled?.gateways === undefined ? NONE : (CLASSES.get(compiled.gateways) ?? NONE);
}
