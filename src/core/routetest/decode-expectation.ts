import { isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';
import { decodeConsidered } from './decode-considered.ts';
import type { FieldReader } from './field-reader.ts';
import type { Expectation, HeaderExpectation, ShareExpectation } from './suite.ts';

const FIELDS = [
  'outcome',
  'status',
  'statusNot',
  'route',
  'rule',
  'match',
  'via',
  'role',
  'backends',
  'workloads',
  'request',
  'response',
  'redirect',
  'mirrors',
  'timeouts',
  'policies',
  'access',
  'certain',
  'cause',
  'backendStatus',
  'notes',
  'notNotes',
  'considered',
];
const REQUEST_FIELDS = ['path', 'host', 'method', 'scheme', 'headers', 'absentHeaders'];
const TIMEOUT_FIELDS = ['request', 'backendRequest'];
const REDIRECT_FIELDS = ['scheme', 'host', 'port', 'path', 'status', 'location'];

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Reads `expect` of a case. Every field is optional, and only the given fields are compared. */
export function decodeExpectation(value: unknown, path: Path, reader: FieldReader): Expectation {
  const fields = reader.mapping(value, path, FIELDS);
  const at = (name: string): Path => [...path, name];
  const expect: Mutable<Expectation> = {};
  if (fields.outcome !== undefined) expect.outcome = reader.texts(fields.outcome, at('outcome'));
  if (fields.status !== undefined) expect.status = statuses(fields.status, at('status'), reader);
  if (fields.statusNot !== undefined) {
    expect.statusNot = statuses(fields.statusNot, at('statusNot'), reader).filter((each) => each !== null);
  }
  if (fields.route !== undefined) expect.route = reader.text(fields.route, at('route'));
  if (typeof fields.rule === 'number' || typeof fields.rule === 'string') expect.rule = fields.rule;
  else if (fields.rule !== undefined && fields.rule !== null) reader.wrong(at('rule'), 'number');
  const match = reader.number(fields.match, at('match'));
  if (match !== null) expect.match = match;
  if (fields.via !== undefined) expect.via = reader.text(fields.via, at('via'));
  const role = reader.text(fields.role, at('role'));
  if (role !== null) expect.role = role;
  if (fields.backends !== undefined) expect.backends = shares(fields.backends, at('backends'), reader);
  if (fields.workloads !== undefined) expect.workloads = shares(fields.workloads, at('workloads'), reader);
  if (fields.request !== undefined) {
    const request = reader.mapping(fields.request, at('request'), REQUEST_FIELDS);
    const wanted: { name: 'path' | 'host' | 'method' | 'scheme'; value: string }[] = [];
    for (const name of ['path', 'host', 'method', 'scheme'] as const) {
      const text = reader.text(request[name], [...at('request'), name]);
      if (text !== null) wanted.push({ name, value: text });
    }
    expect.request = { fields: wanted, ...headers(request, at('request'), reader) };
  }
  if (fields.response !== undefined) {
    const response = reader.mapping(fields.response, at('response'), ['headers', 'absentHeaders']);
    expect.response = headers(response, at('response'), reader);
  }
  if (fields.redirect !== undefined) {
    const redirect = reader.mapping(fields.redirect, at('redirect'), REDIRECT_FIELDS);
    expect.redirect = Object.entries(redirect).flatMap(([name, each]) => {
      if (!REDIRECT_FIELDS.includes(name)) return [];
      const value = typeof each === 'number' ? each : reader.text(each, [...at('redirect'), name]);
      return value === null ? [] : [{ name, value }];
    });
  }
  if (fields.mirrors !== undefined) expect.mirrors = shareMap(fields.mirrors, at('mirrors'), reader);
  if (fields.timeouts !== undefined) {
    const { request, backendRequest } = reader.mapping(fields.timeouts, at('timeouts'), TIMEOUT_FIELDS);
    const wanted = [
      { name: 'request' as const, value: reader.text(request, [...at('timeouts'), 'request']) },
      {
        name: 'backendRequest' as const,
        value: reader.text(backendRequest, [...at('timeouts'), 'backendRequest']),
      },
    ];
    expect.timeouts = wanted.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  }
  if (fields.policies !== undefined) expect.policies = reader.texts(fields.policies, at('policies'));
  if (fields.access !== undefined) expect.access = reader.texts(fields.access, at('access'));
  if (typeof fields.certain === 'boolean') expect.certain = fields.certain;
  else if (fields.certain !== undefined) reader.wrong(at('certain'), 'boolean');
  if (fields.cause !== undefined) expect.cause = reader.text(fields.cause, at('cause'));
  if (fields.backendStatus !== undefined) {
    expect.backendStatus = backendStatuses(fields.backendStatus, at('backendStatus'), reader);
  }
  if (fields.notes !== undefined) expect.notes = reader.texts(fields.notes, at('notes'));
  if (fields.notNotes !== undefined) expect.notNotes = reader.texts(fields.notNotes, at('notNotes'));
  if (fields.considered !== undefined) {
    expect.considered = decodeConsidered(fields.considered, at('considered'), reader);
  }
  return expect;
}

function backendStatuses(
  value: unknown,
  path: Path,
  reader: FieldReader,
): ReadonlyMap<string, readonly (number | null)[]> {
  return new Map(
    Object.entries(reader.mapping(value, path, null)).map(([name, status]) => [
      name,
      statuses(status, [...path, name], reader),
    ]),
  );
}

function statuses(value: unknown, path: Path, reader: FieldReader): readonly (number | null)[] {
  const items = Array.isArray(value) ? value : [value];
  const read: (number | null)[] = [];
  for (const item of items) {
    if (typeof item === 'number' || item === null) read.push(item);
    else reader.wrong(path, 'number or list');
  }
  return read;
}

function shares(value: unknown, path: Path, reader: FieldReader): ShareExpectation {
  if (isMapping(value)) return { form: 'shares', shares: shareMap(value, path, reader) };
  if (Array.isArray(value)) return { form: 'among', names: reader.texts(value, path) };
  return { form: 'alone', name: reader.text(value, path) ?? '' };
}

function shareMap(value: unknown, path: Path, reader: FieldReader): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [name, share] of Object.entries(reader.mapping(value, path, null))) {
    const number = reader.number(share, [...path, name]);
    if (number !== null) map.set(name, number);
  }
  return map;
}

function headers(
  fields: Readonly<Record<string, unknown>>,
  path: Path,
  reader: FieldReader,
): HeaderExpectation {
  const present = reader.mapping(fields.headers, [...path, 'headers'], null);
  return {
    present: Object.entries(present).map(([name, value]) => ({
      name,
      values: reader.texts(value, [...path, 'headers', name]),
    })),
    absent:
      fields.absentHeaders === undefined
        ? []
        : reader.texts(fields.absentHeaders, [...path, 'absentHeaders']),
  };
}
