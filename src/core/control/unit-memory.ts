import type { ReadKey } from '../resource/read-keys.ts';

/** A compiled result, with the keys of everything in the cluster that it depends on. */
export interface Unit {
  /** Returns the keys. Called at most once, when the first edit asks for them. */
  reads(): Iterable<ReadKey>;
}

/** The keys of the units that an edit has asked for. The next edits ask for them again. */
const keysOfUnits = new WeakMap<Unit, readonly ReadKey[]>();

function keysOf(unit: Unit): readonly ReadKey[] {
  const known = keysOfUnits.get(unit);
  if (known !== undefined) return known;
  const keys = [...unit.reads()];
  keysOfUnits.set(unit, keys);
  return keys;
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
      if (keysOf(unit).some((key) => keys.has(key))) readers.add(subject);
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
