import { JoinedCandidates } from '../ir/candidate-list.ts';
import type { RouteTable } from '../ir/table.ts';
import type { Candidate, CandidateList, Locate } from '../ir/trace.ts';
import { type JSONLayout, lineBreak, printAt, textAround } from '../text/json-layout.ts';
import { TableCandidates } from './table-candidates.ts';
import { TableConditions } from './table-conditions.ts';

/**
 * Returns what `JSON.stringify` prints of a list of candidates at a level. The text of an entry that does not
 * depend on the request is kept for the next request.
 */
export function printCandidates(list: CandidateList, layout: JSONLayout): string {
  if (list.length === 0) return '[]';
  const inner = { ...layout, level: layout.level + 1 };
  const [first] = list;
  return `[${lineBreak(inner)}${printAt(first, inner)}${printItems(list, 1, inner)}${lineBreak(layout)}]`;
}

/** Returns the texts of the candidates from an index on, each with a comma in front. */
function printItems(list: CandidateList, from: number, layout: JSONLayout): string {
  if (list instanceof JoinedCandidates) {
    const { first, second } = list;
    return printItems(first, from, layout) + printItems(second, Math.max(0, from - first.length), layout);
  }
  if (list instanceof TableCandidates) {
    const printer = printerOf(list, layout);
    if (printer !== null) return printer.print(list, from);
  }
  let text = '';
  for (const candidate of list.slice(from)) text += printItem(candidate, layout);
  return text;
}

function printItem(candidate: Candidate, layout: JSONLayout): string {
  return `,${lineBreak(layout)}${printAt(candidate, layout)}`;
}

/** The parts of an entry that do not depend on the request. */
interface PrintedEntry {
  /** The places of its conditions among the distinct conditions of the table. */
  readonly conditions: readonly number[];
  /** The texts around the actual values of its failed conditions, by the set of these conditions. */
  readonly around: Map<number, readonly string[]>;
  /** The set of the last request, and its texts. Most requests fail the same conditions of an entry. */
  failed: number;
  pieces: readonly string[];
}

/** A set of failed conditions is a number with a bit for each of them. An entry with more has no such number. */
const MOST_CONDITIONS = 30;

/** Prints the candidates of a table in one layout. */
class TablePrinter {
  private readonly layout: JSONLayout;
  private readonly conditions: TableConditions;
  private readonly entries: readonly PrintedEntry[];

  constructor({ entries }: RouteTable, layout: JSONLayout) {
    this.layout = layout;
    this.conditions = new TableConditions();
    this.entries = entries.map(({ conditions }) => ({
      conditions: conditions.map((each) => this.conditions.placeOf(each)),
      around: new Map(),
      failed: 0,
      pieces: [],
    }));
  }

  /** Returns the texts of the candidates from an index on, each with a comma in front. */
  print(list: TableCandidates, from: number): string {
    const matching = new Set(list.matches);
    const known = this.conditions.under(list.view);
    let text = '';
    for (let index = from; index < this.entries.length; index++) {
      const printed = this.entries[index] as PrintedEntry;
      const { conditions } = printed;
      if (matching.has(index) || conditions.length > MOST_CONDITIONS) {
        text += printItem(list.at(index) as Candidate, this.layout);
        continue;
      }
      let failed = 0;
      for (let at = 0; at < conditions.length; at++) {
        if (!known.holds(conditions[at] as number)) failed |= 1 << at;
      }
      if (failed !== printed.failed) this.turnTo(failed, printed, list, index);
      const { pieces } = printed;
      text += pieces[0] as string;
      for (let at = 0, miss = 1; miss < pieces.length; at++) {
        if ((failed & (1 << at)) === 0) continue;
        text += known.actual(conditions[at] as number);
        text += pieces[miss++] as string;
      }
    }
    return text;
  }

  /** Sets the texts of an entry to those for a set of failed conditions. */
  private turnTo(failed: number, printed: PrintedEntry, list: TableCandidates, index: number): void {
    let pieces = printed.around.get(failed);
    if (pieces === undefined) {
      pieces = this.textAroundMisses(list.at(index) as Candidate);
      printed.around.set(failed, pieces);
    }
    printed.failed = failed;
    printed.pieces = pieces;
  }

  /** Returns the text of a candidate around the actual values of its failed conditions. */
  private textAroundMisses(candidate: Candidate): readonly string[] {
    const pieces = textAround(candidate.misses.length, (actual) => {
      const misses = candidate.misses.map((miss) => ({ ...miss, actual }));
      return printItem({ ...candidate, misses }, this.layout);
    });
    // Copies, because a part of a split text refers to the whole text and is slower to join.
    return pieces.map((piece) => JSON.parse(JSON.stringify(piece)));
  }
}

/** Null for a table that was printed once. Most are not printed again. */
const printers = new WeakMap<Locate, WeakMap<RouteTable, Map<string, TablePrinter | null>>>();

/**
 * Returns the printer of a table that is printed again. It is kept as long as the table and its places. Returns
 * null at the first time: to make a printer takes longer than to print a table once without it.
 */
function printerOf({ table, place }: TableCandidates, layout: JSONLayout): TablePrinter | null {
  let tables = printers.get(place);
  if (tables === undefined) {
    tables = new WeakMap();
    printers.set(place, tables);
  }
  let layouts = tables.get(table);
  if (layouts === undefined) {
    layouts = new Map();
    tables.set(table, layouts);
  }
  const key = lineBreak(layout);
  const known = layouts.get(key);
  const printer = known === null ? new TablePrinter(table, layout) : (known ?? null);
  layouts.set(key, printer);
  return printer;
}
