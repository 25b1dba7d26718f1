import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertIngresses } from '../src/core/convert/conversion.ts';
import { predictStatus } from '../src/core/dialects/statuses.ts';
import { analyse, collectFindings, presentSnapshot, traceRequest } from '../src/core/index.ts';
import type { SimRequest } from '../src/core/ir/request.ts';
import { compareTrace } from '../src/core/routetest/compare.ts';
import { compareCondition } from '../src/core/routetest/compare-conditions.ts';
import { mismatches } from '../src/lessons/join-lesson.ts';
import type { Block, Inline, LessonFile, LessonPlan, Section } from '../src/lessons/lesson.ts';
import { LESSON_NAMES } from '../src/lessons/order.ts';
import { readPlan } from '../src/lessons/read-plan.ts';
import { readProse } from '../src/lessons/read-prose.ts';
import { formOf } from '../src/state/form-of-request.ts';
import { readRequest } from '../src/state/request-fields.ts';
import { RULES } from '../src/views/ui/rules.ts';

/**
 * Checks that every lesson in every language can be read, and that its statements about its states are true.
 */
const FOLDER = join(import.meta.dirname, '../lessons');
const LANGUAGES = ['en', 'zh-hant', 'zh-hans'];

const textOf = (path: string) =>
  existsSync(join(FOLDER, path)) ? readFileSync(join(FOLDER, path), 'utf8') : null;
const readLessonPlan = (name: string) =>
  readPlan({ file: `lessons/${name}.yaml`, text: textOf(`${name}.yaml`) ?? '' }, (manifest) =>
    textOf(`manifests/${manifest}`),
  );
const sourcesOf = (files: readonly LessonFile[]) => files.map(({ name, text }) => ({ file: name, text }));

test('every file of a lesson is in the list', () => {
  const names = (folder: string, ending: string) =>
    readdirSync(join(FOLDER, folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .sort();
  expect(names('', '.yaml')).toEqual([...LESSON_NAMES].sort());
  for (const language of LANGUAGES) expect(names(language, '.md')).toEqual([...LESSON_NAMES].sort());
});

test('every manifest is shown by a lesson', () => {
  const shown = new Set(
    LESSON_NAMES.flatMap((name) => {
      const { plan } = readLessonPlan(name);
      const question = plan?.question;
      const asked = question?.kind === 'make' ? question.solution.files : (question?.state.files ?? []);
      return [...(plan?.steps ?? []).flatMap((step) => step.files), ...asked].map((file) => file.name);
    }),
  );
  expect(readdirSync(join(FOLDER, 'manifests')).filter((file) => !shown.has(file))).toEqual([]);
});

test('shows the manifests that the conversion writes', () => {
  const manifest = (name: string) => textOf(`manifests/${name}`) ?? '';
  const names = ['items.yaml', 'items-ingresses.yaml'];
  const snapshot = analyse(names.map((name) => ({ file: name, text: manifest(name) })));
  const shown = manifest('items-gateway.yaml').replace(/^(?:#.*\n)*/, '');
  const { documents, proof } = convertIngresses(snapshot);
  expect(shown).toBe(documents.join('---\n'));
  expect(proof.complete).toBe(true);
});

describe.each(LESSON_NAMES)('the lesson %s', (name) => {
  const { plan, faults } = readLessonPlan(name);
  test('can be read', () => expect(faults).toEqual([]));
  if (plan) checkStates(plan);

  test.each(LANGUAGES)('is written in %s', (language) => {
    const path = `lessons/${language}/${name}.md`;
    const { prose, faults: inProse } = readProse(path, textOf(`${language}/${name}.md`) ?? '');
    expect(inProse).toEqual([]);
    expect(prose && plan && mismatches(plan, prose)).toEqual([]);
  });

  test('cites the same known rules in every language', () => {
    const [english, ...others] = LANGUAGES.map((language) => {
      const { prose } = readProse('', textOf(`${language}/${name}.md`) ?? '');
      return prose && [...prose.steps, prose.question, ...prose.answers.values()].map(rulesOf);
    });
    for (const other of others) expect(other).toEqual(english);
    expect(english?.flat().filter((rule) => !Object.hasOwn(RULES, rule))).toEqual([]);
  });
});

function rulesOf({ title, blocks }: Section): readonly string[] {
  const within = (inline: Inline): readonly string[] =>
    inline.kind === 'rule' ? [inline.rule] : 'children' in inline ? inline.children.flatMap(within) : [];
  const pieces = (block: Block): readonly Inline[] => {
    if (block.kind === 'list') return block.items.flat();
    if (block.kind === 'table') return [...block.head, ...block.rows.flat()].flat();
    return block.kind === 'code' ? [] : block.children;
  };
  return [...title, ...blocks.flatMap(pieces)].flatMap(within);
}

function checkStates(plan: LessonPlan): void {
  test.each(plan.steps.map((step, at) => [at + 1, step] as const))('does what step %i says', (_at, step) => {
    const snapshot = analyse(sourcesOf(step.files));
    expect(compareTrace(traceRequest(snapshot, asTyped(step.request)), step.expect)).toEqual([]);
    const statuses = new Map(
      predictStatus(snapshot.cluster, snapshot.control).map((each) => [each.resource, each] as const),
    );
    for (const condition of step.conditions) {
      expect(compareCondition(condition, statuses).differences).toEqual([]);
    }
    const cases = presentSnapshot(snapshot).suites.flatMap((suite) => suite.cases);
    expect(cases.filter((each) => !each.ok)).toEqual([]);
    const errors = collectFindings(snapshot).filter((finding) => finding.severity === 'error');
    expect([...new Set(errors.map((finding) => finding.code))]).toEqual(step.findings);
  });

  const { question } = plan;
  if (question.kind === 'make') {
    test('asks for an outcome that is new and possible', () => {
      const { state, solution, expect: wanted } = question;
      const before = traceRequest(analyse(sourcesOf(state.files)), asTyped(state.request));
      const after = traceRequest(analyse(sourcesOf(solution.files)), asTyped(solution.request));
      expect(compareTrace(before, wanted)).not.toEqual([]);
      expect(compareTrace(after, wanted)).toEqual([]);
    });
  }
}

/** Returns the request as the page asks it: through the form. */
function asTyped(request: SimRequest): SimRequest {
  const reading = readRequest(formOf(request));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.request;
}
