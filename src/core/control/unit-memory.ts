import type { ReadKey } from '../resource/read-keys.ts';

/** Something that was compiled, with everything of the cluster that it was made from. */
export interface Unit {
  readonly reads: ReadonlySet<ReadKey>;
}

/**
 * What was compiled, by what it was compiled from. A unit is valid as long as its subject is there and nothing that it read
 * changes; what is not remembered is compiled.
 */
export class UnitMemory<Subject, Value extends Unit> {
  private readonly units: ReadonlyMap<Subject, Value>;

  constructor(units: ReadonlyMap<Subject, Value> = new Map()) {
    this.units = units;
  }

  get(subject: Subject): Value | undefined {
    return this.units.get(subject);
  }

  entries(): Iterable<[Subject, Value]> {
    return this.units.entries();
  }

  /** The subjects whose units read one of these keys. */
  readersOf(keys: ReadonlySet<ReadKey>): ReadonlySet<Subject> {
    const readers = new Set<Subject>();
    if (keys.size === 0) return readers;
    for (const [subject, { reads }] of this.units) {
      for (const key of reads) {
        if (!keys.has(key)) continue;
        readers.add(subject);
        break;
      }
    }
    return readers;
  }

  /** A memory with some units forgotten and others added. */
  changed(
    forgotten: Iterable<Subject>,
    added: Iterable<readonly [Subject, Value]>,
  ): UnitMemory<Subject, Value> {
    const units = new Map(this.units);
    for (const subject of forgotten) units.delete(subject);
    for (const [subject, unit] of added) units.set(subject, unit);
    return new UnitMemory(units);
  }
}
