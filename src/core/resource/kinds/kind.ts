import type { Problem } from '../../manifest/problem.ts';
import type { Path } from '../../text/path.ts';
import type { ReadKey } from '../read-keys.ts';
import type { KnownResource, ResourceMeta } from '../resource.ts';
import type { RecordSchema, Validated } from '../schema.ts';

/** What a decoder may know of the resource around its spec. */
export interface DecodeContext {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The manifest is the sketch of an article: `core` is the core group, and a single rule needs no dash. */
  readonly sketch: boolean;
  /** Parts were left out with `...`. */
  readonly elided: boolean;
  /** Reports a problem; paths are relative to the resource. */
  readonly report: (problem: Problem) => void;
  /** The source text of a scalar of the resource. */
  readonly written: (path: Path) => string | null;
}

/** A resource as the functions of its kind see it. */
type Decoded<Spec> = ResourceMeta & { readonly spec: Spec };

/** A kind that is decoded: its shape, how its spec is read, and how the cluster treats its resources. */
export interface Kind<
  Name extends string = string,
  Group extends string = string,
  Spec = unknown,
  Shape extends RecordSchema = RecordSchema,
> {
  readonly kind: Name;
  readonly group: Group;
  /** API versions in use; others are read the same way, with a warning. */
  readonly versions: readonly string[];
  /** The scope: whether resources live in a namespace or belong to the cluster as a whole. */
  readonly namespaced: boolean;
  /** Shape of the whole object. */
  readonly schema: Shape;
  /** Shapes of earlier versions that asked for less; absent: all versions have one shape. */
  readonly earlier?: Readonly<Record<string, NoInfer<Shape>>>;
  /** What the kind was called before it moved; read the same way, with a warning. */
  readonly former?: { readonly kind: string; readonly group: string };
  /** What of the object may travel further, where it holds what must not. */
  readonly redact?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Changes a sketch into something of the right shape before it is validated. */
  readonly mendSketch?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** The spec of a validated object. Never throws. */
  decode(value: Validated<NoInfer<Shape>>, context: DecodeContext): Spec;
  /** Namespaces that exist because a resource names them, besides its own; absent: none. */
  namesNamespaces?(resource: Decoded<NoInfer<Spec>>): readonly string[];
  /**
   * Returns what changes for other objects when one resource of the kind is edited in place (its identity stays), as the
   * keys that others read. null: anything may change. Absent: always anything; the cluster is then indexed again and
   * everything is compiled again.
   */
  changedByEdit?(before: Decoded<NoInfer<Spec>>, after: Decoded<NoInfer<Spec>>): readonly ReadKey[] | null;
}

/** The kind itself: keeps its name, its group and its spec in the type. */
export function defineKind<
  const Name extends string,
  const Group extends string,
  Spec,
  Shape extends RecordSchema,
>(kind: Kind<Name, Group, Spec, Shape>): Kind<Name, Group, Spec, Shape> {
  return kind;
}

/** A decoded resource of a kind. */
export type ResourceOf<K> =
  K extends Kind<infer Name, infer Group, infer Spec> ? KnownResource<Name, Group, Spec> : never;
