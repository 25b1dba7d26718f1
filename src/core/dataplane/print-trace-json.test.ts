import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, forwardPath, gatewayAPI, load, service, toService } from '../../../tests/manifests.ts';
import { tables, views } from '../../../tests/properties/random-tables.ts';
import { condition, entry, routeTable } from '../../../tests/route-tables.ts';
import { candidateList, joinCandidates } from '../ir/candidate-list.ts';
import type { CandidateList } from '../ir/trace.ts';
import { consider, withoutWinner } from './candidates.ts';
import { printCandidates } from './print-candidates.ts';
import { printTraceJSON } from './print-trace-json.ts';

const place = () => ({ file: 'a.yaml', document: 0, path: '', line: 1, column: 1 });
const gaps = fc.constantFrom('', '  ');

/** Expects the JSON of a list, also when the texts of its entries are known from before. */
function expectPrinted(list: CandidateList, gap: string): void {
  for (let time = 0; time < 3; time++) {
    expect(printCandidates(list, { gap, level: 0 })).toBe(JSON.stringify(list, null, gap));
  }
}

describe('JSON of candidates', () => {
  test('is what JSON.stringify prints, for one request after the other', () => {
    fc.assert(
      fc.property(tables, fc.array(views, { minLength: 1, maxLength: 4 }), gaps, (table, asked, gap) => {
        for (const view of asked) {
          const consideration = consider(table, view, place);
          const { considered } = consideration;
          const lists = [considered, withoutWinner(consideration, 'hostname').considered];
          for (const list of [...lists, joinCandidates(considered, candidateList([...considered]))]) {
            expect(printCandidates(list, { gap, level: 0 })).toBe(JSON.stringify(list, null, gap));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is right for texts that look like JSON or like a placeholder', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('?', '??', '"?"', '\\"?\\"', 'actual', '\n', '\u2028', '\\"value\\"'),
        views,
        gaps,
        (text, view, gap) => {
          const table = routeTable([
            entry([condition('header', 'exact', text, 'x-a'), condition('query', 'exact', text, text)]),
            entry([condition('path', 'regex', text)], { ruleName: text }),
          ]);
          const { considered } = consider(table, view, place);
          expectPrinted(considered, gap);
        },
      ),
    );
  });

  test('is right for an entry with more conditions than a set of bits can name', () => {
    const many = Array.from({ length: 33 }, (_, at) => condition('header', 'exact', '1', `x-${at}`));
    const table = routeTable([entry([]), entry(many), entry(many.slice(0, 30))]);
    fc.assert(
      fc.property(views, gaps, (view, gap) => {
        const { considered } = consider(table, view, place);
        expectPrinted(considered, gap);
      }),
      { numRuns: 10 },
    );
  });
});

test('JSON of a trace is what JSON.stringify prints', () => {
  const snapshot = load([
    service('shop/cart'),
    gatewayAPI('HTTPRoute', 'shop/cart', {
      parentRefs: [toService('cart')],
      rules: [forwardPath('/a', 'cart'), forwardPath('/b', 'cart')],
    }),
  ]);
  const urls = ['http://cart/a', 'http://cart/value', 'http://none.test/', 'http://cart/c?value'];
  for (const url of [...urls, ...urls]) {
    const trace = ask(snapshot, { from: 'shop', url });
    for (const indent of [0, 2])
      expect(printTraceJSON(trace, indent)).toBe(JSON.stringify(trace, null, indent));
  }
});
