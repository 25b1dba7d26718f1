import { describe, expect, it } from 'vitest';
import { EngineMissing } from '../../text/engine-missing.ts';
import { objectSchema } from '../metadata.ts';
import { defineKind, type Kind, laterKind } from './kind.ts';
import { KINDS } from './kinds.ts';

const HEADER = { kind: 'Later', group: 'test.example', versions: ['v1'], namespaced: true } as const;

describe('a kind whose definition is loaded later', () => {
  it('has a header, misses its engine, and is completed as the same object', () => {
    const later = laterKind<Kind<'Later', 'test.example'>>(HEADER);
    expect(later.namespaced).toBe(true);
    expect(() => later.schema).toThrow(EngineMissing);
    expect(() => later.decode({} as never, {} as never)).toThrow(EngineMissing);
    const schema = objectSchema('A kind.', {});
    const defined = defineKind({ ...HEADER, schema, decode: () => 1 });
    expect(defined).toBe(later);
    expect(later.schema).toBe(schema);
    expect(later.decode({} as never, {} as never)).toBe(1);
  });

  it('is complete for every kind once the engines are provided', () => {
    for (const kind of KINDS) expect([kind.kind, kind.schema.type]).toEqual([kind.kind, 'record']);
  });
});
