import type {
  ClassCondition,
  NamedCondition,
  RequestCondition,
} from '../analysis/questions/class-condition.ts';
import type { Witness } from '../analysis/sets/witness.ts';
import type { Protocol } from '../ir/protocol.ts';
import type { ConditionWords } from './class-condition-words.ts';
import { fill } from './fill.ts';
import type { Fragment, Sentence } from './fragment.ts';

/**
 * Returns the requests of a class in words, such as `path /v1/… except /v1/charges, without header x-beta: 1`.
 * A class without an exact condition has an example.
 */
export function conditionSentence(
  { exact, any }: ClassCondition,
  witness: Witness,
  words: ConditionWords,
): Sentence {
  if (exact) return joined(alternativesOf({ exact, any }, words), words.or);
  const headers = witness.headers.map(([name, value]) => code(`${name}: ${value}`));
  const request = [code(`${witness.method} ${witness.url}`), ...headers].map((each) => [each]);
  return fill(words.example, { rest: joined(request, words.comma) });
}

/** Returns the alternatives of an exact condition, each in words. Returns none for a class with an example. */
export function alternativesOf({ exact, any }: ClassCondition, words: ConditionWords): readonly Sentence[] {
  return exact ? any.map((each) => alternative(each, words)) : [];
}

function alternative({ protocols, all, except }: RequestCondition, words: ConditionWords): Sentence {
  const only = onlyOf(protocols);
  const base =
    all.length === 0
      ? fill(words.every[only ?? 'any'])
      : only === null
        ? conjunction(all, words, false)
        : fill(words.only[only], { rest: conjunction(all, words, false) });
  // Exceptions about the path or the method follow the part that they are about.
  const isAbsence = (conditions: readonly NamedCondition[]) => conditions.every(({ on }) => isNamed(on));
  const others = except.filter((each) => !isAbsence(each));
  const absences = except.filter(isAbsence);
  return [
    ...base,
    ...others.flatMap((each, at) =>
      fill(at === 0 ? words.except : words.furtherExcept, { rest: conjunction(each, words, true) }),
    ),
    ...absences.flatMap((each) => fill(words.without, { rest: conjunction(each, words, false) })),
  ];
}

/** Returns the only protocol of some requests. Returns null if HTTP and gRPC are alike. */
function onlyOf(protocols: readonly Protocol[]): Protocol | null {
  return protocols.length === 1 ? (protocols[0] ?? null) : null;
}

/** Returns all conditions. `GET /login` is short for method and path; `brief` also leaves out the word “path”. */
function conjunction(conditions: readonly NamedCondition[], words: ConditionWords, brief: boolean): Sentence {
  const find = (on: string) => conditions.find((each) => each.on === on && each.op !== 'regex');
  const [method, path] = [find('method'), find('path')];
  const isSingle = (on: string) => conditions.filter((each) => each.on === on).length === 1;
  const parts: Sentence[] = [];
  const told = new Set<NamedCondition>();
  if (path !== undefined && isSingle('path') && isSingle('method') && method !== undefined) {
    parts.push([code(`${method.value} ${writtenValue(path)}`)]);
    told.add(method).add(path);
  } else if (brief && path !== undefined && isSingle('path')) {
    parts.push([code(writtenValue(path))]);
    told.add(path);
  } else if (brief && method !== undefined && isSingle('method')) {
    parts.push([code(method.value)]);
    told.add(method);
  }
  // Host, path and method come before headers and parameters.
  for (const each of [...conditions].sort((a, b) => rank(a) - rank(b)))
    if (!told.has(each)) parts.push(single(each, words));
  return joined(parts, words.comma);
}

function rank({ on }: NamedCondition): number {
  return ['host', 'service', 'grpc-method', 'path', 'method'].indexOf(on) + (isNamed(on) ? 10 : 0);
}

function isNamed(on: string): boolean {
  return on.startsWith('header:') || on.startsWith('query:');
}

function single({ on, op, value }: NamedCondition, words: ConditionWords): Sentence {
  const [part = '', ...rest] = on.split(':');
  const name = rest.join(':');
  const word = wordOf(part, words);
  if (op === 'regex') {
    const subject = fill(word, { value: code(name) }).filter(({ text }) => text !== '');
    return fill(words.pattern, { part: trimmed(subject), value: code(value) });
  }
  const text =
    part === 'header'
      ? `${name}: ${value}`
      : part === 'query'
        ? `${name}=${value}`
        : writtenValue({ on, op, value });
  return fill(word, { value: code(text) });
}

/** Returns a sentence without spaces at its end. */
function trimmed(sentence: Sentence): Sentence {
  const last = sentence.at(-1);
  return last === undefined ? [] : [...sentence.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}

function wordOf(part: string, words: ConditionWords): string {
  switch (part) {
    case 'path':
      return words.path;
    case 'method':
      return words.method;
    case 'header':
      return words.header;
    case 'query':
      return words.query;
    case 'host':
      return words.host;
    case 'service':
      return words.service;
    case 'grpc-method':
      return words.call;
    default:
      return `${part} {value}`;
  }
}

/** Returns a value as the page writes it: a prefix of paths ends in `/…`. */
function writtenValue({ op, value }: NamedCondition): string {
  return op === 'path-prefix' ? `${value.replace(/\/$/, '')}/…` : value;
}

function code(text: string): Fragment {
  return { text, style: 'code' };
}

function joined(parts: readonly Sentence[], separator: string): Sentence {
  return parts.flatMap((part, at) => (at === 0 ? part : [{ text: separator }, ...part]));
}
