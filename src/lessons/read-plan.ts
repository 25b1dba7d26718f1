import type { SimRequest } from '../core/ir/request.ts';
import { locate } from '../core/manifest/locator.ts';
import { parseSource } from '../core/manifest/parse.ts';
import { decodeConditions } from '../core/routetest/decode-conditions.ts';
import { decodeExpectation } from '../core/routetest/decode-expectation.ts';
import { decodeRequest } from '../core/routetest/decode-suite.ts';
import { FieldReader } from '../core/routetest/field-reader.ts';
import { isMapping } from '../core/text/mapping.ts';
import type { Path } from '../core/text/path.ts';
import type { Source } from '../core/text/source.ts';
import type {
  Fault,
  LessonFile,
  LessonLink,
  LessonPlan,
  LessonState,
  LessonStep,
  Question,
} from './lesson.ts';
import { isGoodLink } from './read-markdown.ts';

/** Returns the text of a manifest by its name below lessons/manifests. Returns null when there is none. */
export type FindManifest = (name: string) => string | null;

const STATE_FIELDS = ['files', 'open', 'request', 'compare', 'tab', 'highlight'];
const STEP_FIELDS = [...STATE_FIELDS, 'expect', 'conditions', 'findings'];
const QUESTION_FIELDS = [...STATE_FIELDS, 'choices', 'answer', 'make', 'solution'];
const TABS = ['trace', 'problems', 'routes', 'status', 'tests', 'changes', 'move'];

type Fields = Readonly<Record<string, unknown>>;

/** Reads the parts of a lesson that all languages share. */
export function readPlan(
  source: Source,
  find: FindManifest,
): { readonly plan: LessonPlan | null; readonly faults: readonly Fault[] } {
  const documents = parseSource(source);
  const locator = locate([source], documents);
  const reader = new PlanReader(source.file, find);
  const plan = reader.plan(documents[0]?.value);
  const lineOf = (path: Path) => locator.place({ file: source.file, document: 0, path }).line;
  const faults: Fault[] = [
    ...documents.flatMap((document) => document.findings),
    ...reader.fields.findings,
  ].map((finding) => ({
    file: source.file,
    line: locator.place(finding.site).line,
    message: `${finding.code} ${JSON.stringify(finding.args)}`,
  }));
  for (const { path, message } of reader.complaints) {
    faults.push({ file: source.file, line: lineOf(path), message });
  }
  return { plan: faults.length === 0 ? plan : null, faults };
}

class PlanReader {
  readonly fields: FieldReader;
  readonly complaints: { readonly path: Path; readonly message: string }[] = [];
  private readonly find: FindManifest;

  constructor(file: string, find: FindManifest) {
    this.fields = new FieldReader({ file, document: 0, root: [] });
    this.find = find;
  }

  plan(value: unknown): LessonPlan | null {
    const top = this.fields.mapping(value, [], ['steps', 'question', 'links']);
    const steps: LessonStep[] = [];
    this.fields.list(top.steps, ['steps']).forEach((item, at) => {
      const step = this.step(item, ['steps', at], steps.at(-1));
      if (step) steps.push(step);
    });
    const last = steps.at(-1);
    if (!last) {
      this.complain(['steps'], 'a lesson has steps');
      return null;
    }
    const question = this.question(top.question, last);
    return question ? { steps, question, links: this.links(top.links) } : null;
  }

  private complain(path: Path, message: string): void {
    this.complaints.push({ path, message });
  }

  private step(value: unknown, path: Path, before: LessonState | undefined): LessonStep | null {
    const fields = this.fields.mapping(value, path, STEP_FIELDS);
    const state = this.state(fields, path, before);
    if (fields.expect === undefined) this.complain(path, 'a step says what is expected');
    return (
      state && {
        ...state,
        expect: decodeExpectation(fields.expect, [...path, 'expect'], this.fields),
        conditions: decodeConditions(fields.conditions, [...path, 'conditions'], this.fields),
        findings:
          fields.findings === undefined ? [] : this.fields.texts(fields.findings, [...path, 'findings']),
      }
    );
  }

  /** Files and request keep their previous values by default. The other fields start with their defaults. */
  private state(fields: Fields, path: Path, before: LessonState | undefined): LessonState | null {
    const files = this.files(fields.files, [...path, 'files']) ?? before?.files;
    const request = this.request(fields, path) ?? before?.request;
    if (!files || !request) {
      this.complain(path, 'the first step has files and a request');
      return null;
    }
    const open = this.fields.text(fields.open, [...path, 'open']) ?? files.at(-1)?.name ?? '';
    if (!files.some((file) => file.name === open)) {
      this.complain([...path, 'open'], `${open} is none of the files`);
    }
    const tab = this.fields.text(fields.tab, [...path, 'tab']) ?? 'trace';
    if (!TABS.includes(tab)) this.complain([...path, 'tab'], `a tab is one of ${TABS.join(', ')}`);
    const highlight = this.fields.number(fields.highlight, [...path, 'highlight']);
    if (highlight !== null && ![1, 2, 3, 4, 5, 6].includes(highlight)) {
      this.complain([...path, 'highlight'], 'steps of the flow are 1 to 6');
    }
    const compare = this.fields.text(fields.compare, [...path, 'compare']);
    return { files, request, open, tab, highlight, compare };
  }

  private files(value: unknown, path: Path): readonly LessonFile[] | null {
    if (value === undefined) return null;
    return this.fields.texts(value, path).flatMap((name, at) => {
      const text = this.find(name);
      if (text === null) this.complain([...path, at], `there is no lessons/manifests/${name}`);
      return text === null ? [] : [{ name, text }];
    });
  }

  private request(fields: Fields, path: Path): SimRequest | null {
    return fields.request === undefined ? null : decodeRequest(fields.request, undefined, path, this.fields);
  }

  private question(value: unknown, last: LessonState): Question | null {
    const path: Path = ['question'];
    const fields = this.fields.mapping(value, path, QUESTION_FIELDS);
    const state = this.state(fields, path, last);
    if (!state) return null;
    if (fields.make !== undefined) {
      const expect = decodeExpectation(fields.make, [...path, 'make'], this.fields);
      const to: Path = [...path, 'solution'];
      if (!isMapping(fields.solution)) this.complain(path, 'name a solution, so that a test can try it');
      const given = this.fields.mapping(fields.solution, to, ['files', 'request']);
      const solution = {
        files: this.files(given.files, [...to, 'files']) ?? state.files,
        request: this.request(given, to) ?? state.request,
      };
      return { kind: 'make', state, expect, solution };
    }
    const choices = this.fields.texts(fields.choices, [...path, 'choices']);
    const answer = this.fields.text(fields.answer, [...path, 'answer']) ?? '';
    if (choices.length < 2 || !choices.includes(answer)) {
      this.complain(path, 'a question has choices, one of which is the answer, or something to make');
    }
    return { kind: 'choice', state, choices, answer };
  }

  private links(value: unknown): readonly LessonLink[] {
    const links = this.fields.list(value, ['links']).map((item, at) => {
      const path: Path = ['links', at];
      const fields = this.fields.mapping(item, path, ['title', 'url']);
      const title = this.fields.text(fields.title, [...path, 'title']) ?? '';
      const url = this.fields.text(fields.url, [...path, 'url']) ?? '';
      if (title === '' || !isGoodLink(url)) this.complain(path, 'a link has a title and an https address');
      return { title, url };
    });
    if (links.length === 0) this.complain(['links'], 'a lesson links to the specification');
    return links;
  }
}
