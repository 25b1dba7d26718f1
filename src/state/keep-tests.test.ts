import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportReach } from '../core/answers/report-reach.ts';
import { analyse, presentSnapshot } from '../core/index.ts';
import { testsOf } from './keep-tests.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

test.each(['faces', 'conflicts', 'shared-gateway', 'header-lane'])(
  'the tests of today’s behaviour pass today: %s',
  (name) => {
    const text = readFileSync(join(EXAMPLES, `${name}.yaml`), 'utf8');
    const tests = testsOf(reportReach(analyse([{ file: 'a.yaml', text }])));
    const { suites } = presentSnapshot(
      analyse([
        { file: 'a.yaml', text },
        { file: 'tests.yaml', text: tests },
      ]),
    );
    const mine = suites.find((suite) => suite.name === 'as it is today');
    expect(mine?.cases.length).toBeGreaterThan(0);
    expect(mine?.cases.filter(({ ok }) => !ok)).toEqual([]);
  },
);
