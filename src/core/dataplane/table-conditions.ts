import type { Condition } from '../ir/condition.ts';
import { actualOf, holds } from '../match/conditions.ts';
import { indexKeyOf } from '../match/operators/operators.ts';
import type { WholeRequestView } from '../match/request-view.ts';

/** The conditions of a table for one request. A condition is named by its place in the table. */
export interface KnownConditions {
  holds(place: number): boolean;
  /** Returns the value that the condition examines, as JSON. */
  actual(place: number): string;
}

const HOLDS = 1;
const FAILS = 2;

/**
 * The distinct conditions of a table. Each is examined at most once for a request. Exact paths and prefixes
 * are found by the path of the request, so that they need not be examined.
 */
export class TableConditions {
  private readonly places = new Map<string, number>();
  private readonly conditions: Condition[] = [];
  /** The place of the examined part of each condition, among the parts that the table examines. */
  private readonly parts: number[] = [];
  private readonly partPlaces = new Map<string, number>();
  private readonly paths = new Map<string, number>();
  private readonly prefixes = new Map<string, number[]>();
  /** The conditions that fail unless they are found by the path. */
  private readonly byPath: number[] = [];

  /** Returns the place of a condition. Equal conditions have the same place. */
  placeOf(condition: Condition): number {
    const { of, name, op, value, negated, whenMissing, ignoreCase } = condition;
    const key = JSON.stringify([of, name, op, value, negated, whenMissing, ignoreCase]);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.conditions.push(condition) - 1;
    this.places.set(key, place);
    const partKey = JSON.stringify([of, name]);
    const part = this.partPlaces.get(partKey) ?? this.partPlaces.size;
    this.partPlaces.set(partKey, part);
    this.parts.push(part);
    if (of === 'path') this.addPath(condition, place);
    return place;
  }

  private addPath(condition: Condition, place: number): void {
    const key = indexKeyOf(condition);
    if (key === null) return;
    this.byPath.push(place);
    switch (key.kind) {
      case 'value':
        this.paths.set(key.value, place);
        break;
      case 'path-prefix': {
        // Prefixes with and without a slash at the end are different conditions for the same paths.
        const same = this.prefixes.get(key.prefix);
        if (same === undefined) this.prefixes.set(key.prefix, [place]);
        else same.push(place);
        break;
      }
      default:
        key satisfies never;
    }
  }

  /** Returns what is known of the conditions for a request. */
  under(view: WholeRequestView): KnownConditions {
    const { conditions, parts } = this;
    const states = this.statesByPath(view.path);
    const actual: (string | undefined)[] = new Array(this.partPlaces.size).fill(undefined);
    return {
      holds(place) {
        const state = states[place];
        if (state !== 0) return state === HOLDS;
        const result = holds(conditions[place] as Condition, view);
        states[place] = result ? HOLDS : FAILS;
        return result;
      },
      actual(place) {
        const part = parts[place] as number;
        const known = actual[part];
        if (known !== undefined) return known;
        const text = JSON.stringify(actualOf(conditions[place] as Condition, view));
        actual[part] = text;
        return text;
      },
    };
  }

  /** Returns the states of the conditions that the path decides. The others are 0. */
  private statesByPath(path: string): Uint8Array {
    const states = new Uint8Array(this.conditions.length);
    for (const place of this.byPath) states[place] = FAILS;
    const same = this.paths.get(path);
    if (same !== undefined) states[same] = HOLDS;
    const covers = (prefix: string) => {
      for (const place of this.prefixes.get(prefix) ?? []) states[place] = HOLDS;
    };
    // A prefix covers whole path elements. The empty prefix covers every path.
    covers('');
    for (let start = 0; start < path.length; ) {
      const slash = path.indexOf('/', start);
      const end = slash < 0 ? path.length : slash;
      covers(path.slice(0, end));
      start = end + 1;
    }
    return states;
  }
}
