import type { Problem } from '../../manifest/problem.ts';
import type { Path } from '../../text/path.ts';
import type { RecordSchema } from '../schema.ts';

/** What a decoder may know of the resource around its spec. */
export interface DecodeContext {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Read as the sketch of an article: `core` is the core group, a single rule may stand without its dash. */
  readonly sketch: boolean;
  /** Parts were left out with `...`. */
  readonly elided: boolean;
  /** Tells of a problem; paths are relative to the resource. */
  readonly report: (problem: Problem) => void;
  /** The source text of a scalar of the resource. */
  readonly written: (path: Path) => string | null;
}

/** A kind that is decoded: its shape, and how its sifted value becomes the typed spec. */
export interface Kind {
  readonly kind: string;
  readonly group: string;
  /** API versions in use; others are read the same way, with a warning. */
  readonly versions: readonly string[];
  readonly namespaced: boolean;
  /** Shape of the whole object. */
  readonly schema: RecordSchema;
  /** Shapes of earlier versions that asked for less; absent: all versions have one shape. */
  readonly earlier?: Readonly<Record<string, RecordSchema>>;
  /** What the kind was called before it moved; read the same way, with a warning. */
  readonly former?: { readonly kind: string; readonly group: string };
  /** What of the object may travel further, where it holds what must not. */
  readonly redact?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Changes a sketch into something of the right shape before it is sifted. */
  readonly mendSketch?: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** In: the sifted object, whose fields have the types of the schema. Never throws. */
  readonly decode: (value: Readonly<Record<string, unknown>>, context: DecodeContext) => unknown;
}
