import type { ReadKey } from '../resource/read-keys.ts';

/** A compiled result, with the keys of everything in the cluster that it depends on. */
export interface Unit {
  /** Computed on demand: only an edit asks for the keys. */
  reads(): Iterable<ReadKey>;
}

/**
 * Compiled results by their subject. A unit is valid as long as its subject exists and none of its keys
 * changes. Units that are not in memory are compiled.
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

  /** Returns the subjects whose units depend on one of these keys. */
  readersOf(keys: ReadonlySet<ReadKey>): ReadonlySet<Subject> {
    const readers = new Set<Subject>();
    if (keys.size === 0) return readers;
    for (const [subject, unit] of this.units) {
      for (const key of unit.reads()) {
        if (!keys.has(key)) continue;
        readers.add(subject);
        break;
      }
    }
    return readers;
  }

  /** Returns a memory without some units and with others added. */
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
