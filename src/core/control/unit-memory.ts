import type { ReadKey } from '../resource/read-keys.ts';
import { patchMap } from '../text/map-patcher.ts';

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

/** With more changed units, the readers are indexed again. */
const MOST_CHANGES = 256;

/** The subjects of units by the keys that the units depend on, and the subjects that changed since then. */
interface Readers<Subject> {
  readonly byKey: ReadonlyMap<ReadKey, readonly Subject[]>;
  readonly changed: ReadonlySet<Subject>;
}

/**
 * Compiled results by their subject. A unit is valid as long as its subject exists and none of its keys
 * changes. Units that are not in memory are compiled.
 */
export class UnitMemory<Subject, Value extends Unit> {
  private readonly units: ReadonlyMap<Subject, Value>;
  /** Null until an edit asks for readers. */
  private readers: Readers<Subject> | null;

  constructor(units: ReadonlyMap<Subject, Value> = new Map(), readers: Readers<Subject> | null = null) {
    this.units = units;
    this.readers = readers;
  }

  get(subject: Subject): Value | undefined {
    return this.units.get(subject);
  }

  entries(): Iterable<[Subject, Value]> {
    return this.units.entries();
  }

  /** Calls a function for each unit. */
  forEach(callback: (unit: Value) => void): void {
    this.units.forEach(callback);
  }

  /** Returns the subjects whose units depend on one of these keys. */
  readersOf(keys: ReadonlySet<ReadKey>): ReadonlySet<Subject> {
    const found = new Set<Subject>();
    if (keys.size === 0) return found;
    this.readers ??= { byKey: this.subjectsByKey(), changed: new Set() };
    const { byKey, changed } = this.readers;
    for (const key of keys) {
      for (const subject of byKey.get(key) ?? []) if (!changed.has(subject)) found.add(subject);
    }
    for (const subject of changed) {
      const unit = this.units.get(subject);
      if (unit !== undefined && keysOf(unit).some((key) => keys.has(key))) found.add(subject);
    }
    return found;
  }

  private subjectsByKey(): ReadonlyMap<ReadKey, readonly Subject[]> {
    const byKey = new Map<ReadKey, Subject[]>();
    for (const [subject, unit] of this.units) {
      for (const key of keysOf(unit)) {
        const subjects = byKey.get(key);
        if (subjects) subjects.push(subject);
        else byKey.set(key, [subject]);
      }
    }
    return byKey;
  }

  /** Returns a memory without some units and with others added. */
  changed(
    forgotten: Iterable<Subject>,
    added: Iterable<readonly [Subject, Value]>,
  ): UnitMemory<Subject, Value> {
    const [removed, set] = [[...forgotten], [...added]];
    const units = patchMap(this.units, removed, set);
    if (this.readers === null) return new UnitMemory(units);
    const changed = new Set([...this.readers.changed, ...removed, ...set.map(([subject]) => subject)]);
    const readers = changed.size > MOST_CHANGES ? null : { byKey: this.readers.byKey, changed };
    return new UnitMemory(units, readers);
  }
}
