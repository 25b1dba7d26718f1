import type { Problem } from '../../manifest/problem.ts';
import { EngineMissing } from '../../text/engine-missing.ts';
import type { Path } from '../../text/path.ts';
import type { ReadKey } from '../read-keys.ts';
import type { KnownResource, ResourceMeta } from '../resource.ts';
import type { RecordSchema, Validated } from '../schema.ts';

/** The context of a decoder: the parts of the resource outside its spec. */
export interface DecodeContext {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /**
   * True if the manifest is the sketch of an article: `core` is the core group, and a single rule needs no
   * dash.
   */
  readonly sketch: boolean;
  /** True if parts were left out with `...`. */
  readonly elided: boolean;
  /** Reports a problem. Paths are relative to the resource. */
  readonly report: (problem: Problem) => void;
  /** Returns the source text of a scalar of the resource. */
  readonly written: (path: Path) => string | null;
}

/** A resource as the functions of its kind receive it. */
type Decoded<Spec> = ResourceMeta & { readonly spec: Spec };

/** A decoded kind: its schema, the decoder of its spec, and how the cluster handles its resources. */
export interface Kind<
  Name extends string = string,
  Group extends string = string,
  Spec = unknown,
  Shape extends RecordSchema = RecordSchema,
> {
  readonly kind: Name;
  readonly group: Group;
  /** The supported API versions. Other versions are decoded in the same way, with a warning. */
  readonly versions: readonly string[];
  /** The scope: true for namespaced resources, false for cluster-scoped ones. */
  readonly namespaced: boolean;
  /** The schema of the whole object. */
  readonly schema: Shape;
  /** The schemas of earlier versions with fewer required fields. Absent if all versions have one schema. */
  readonly earlier?: Readonly<Record<string, NoInfer<Shape>>>;
  /** The name and group of the kind before it moved. They are decoded in the same way, with a warning. */
  readonly former?: { readonly kind: string; readonly group: string };
  /** Returns the part of the object that may be kept, for kinds with confidential content. */
  readonly redact?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Returns a sketch in the shape of the schema. It runs before validation. */
  readonly mendSketch?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Returns the spec of a validated object. Never throws. */
  decode(value: Validated<NoInfer<Shape>>, context: DecodeContext): Spec;
  /**
   * Returns the namespaces that exist because a resource names them, without its own. Absent if there are
   * none.
   */
  namesNamespaces?(resource: Decoded<NoInfer<Spec>>): readonly string[];
  /**
   * Returns what changes for other objects if one resource of the kind is edited and keeps its identity, as
   * the keys that others depend on. Null means that anything may change. If the function is absent, anything
   * may always change: the cluster is indexed again and everything is compiled again.
   */
  changedByEdit?(before: Decoded<NoInfer<Spec>>, after: Decoded<NoInfer<Spec>>): readonly ReadKey[] | null;
}

/** The part of a kind that is known before its definition is loaded. */
type KindHeader<Name, Group> = Pick<Kind, 'versions' | 'namespaced' | 'former'> & {
  readonly kind: Name;
  readonly group: Group;
};

const nameOf = ({ kind, group }: KindHeader<string, string>) => `${group}/${kind}`;

/** The kinds whose definition is loaded later, by group and name. */
const LATER = new Map<string, Kind>();

function missing(): never {
  throw new EngineMissing('definitions of rare kinds');
}

/**
 * Returns a kind whose definition is loaded later. Its header can be read before; its schema and its functions
 * throw EngineMissing until `defineKind` has completed the same object.
 */
export function laterKind<K extends Kind>(header: KindHeader<K['kind'], K['group']>): K {
  const kind = Object.defineProperty({ ...header, decode: missing }, 'schema', {
    get: missing,
    enumerable: true,
    configurable: true,
  }) as unknown as K;
  LATER.set(nameOf(header), kind);
  return kind;
}

/**
 * Returns the kind, with its name, its group and its spec in the type. Completes the object of `laterKind` if
 * there is one for its name and group.
 */
export function defineKind<
  const Name extends string,
  const Group extends string,
  Spec,
  Shape extends RecordSchema,
>(kind: Kind<Name, Group, Spec, Shape>): Kind<Name, Group, Spec, Shape> {
  const later = LATER.get(nameOf(kind));
  return later === undefined
    ? kind
    : (Object.defineProperties(later, Object.getOwnPropertyDescriptors(kind)) as typeof kind);
}

/** A decoded resource of a kind. */
export type ResourceOf<K> =
  K extends Kind<infer Name, infer Group, infer Spec> ? KnownResource<Name, Group, Spec> : never;
