import type { Path } from '../text/path.ts';
import { type RefPlace, refPlacesOf } from './ref-places.ts';
import { fieldOf, fieldsOf, valueAt, valuesAt } from './walk-object.ts';

/** A missing field and its default. */
export interface ImpliedField {
  /** The value next to the missing field. The editor shows the default on the line of this value. */
  readonly beside: Path;
  /** The path of the missing field, from the root of the object. */
  readonly path: Path;
  /** A value for the field that does not change the meaning of the object. */
  readonly value: unknown;
  /** The short text that the editor shows. */
  readonly text: string;
}

/** The decoded facts of an object. */
export interface DecodedFacts {
  readonly kind: string;
  readonly namespace: string;
  readonly namespaceImplied: boolean;
}

const ANY_PATH = { path: { type: 'PathPrefix', value: '/' } };

/** Returns true for values that the API treats as absent. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/**
 * Returns the defaults of one object in the order of their places. `facts` is the decoded object, `object`
 * its value as written. Leaves out defaults that every reader expects (the weight of a single backend).
 */
export function impliedFields(facts: DecodedFacts, object: unknown): readonly ImpliedField[] {
  const found: ImpliedField[] = [];
  if (facts.namespaceImplied && isAbsent(valueAt(object, ['metadata', 'namespace']))) {
    add(found, object, ['metadata'], 'namespace', facts.namespace);
  }
  for (const place of refPlacesOf(facts.kind)) {
    if (place.form === 'mapping') impliedInRefs(found, place, facts, object);
  }
  if (facts.kind === 'HTTPRoute') impliedInMatches(found, object);
  if (facts.kind === 'HTTPRoute' || facts.kind === 'GRPCRoute') impliedInFilters(found, object);
  if (facts.kind === 'Service') impliedInPorts(found, object);
  if (facts.kind === 'Gateway' || facts.kind === 'ListenerSet') impliedInListeners(found, object);
  return found;
}

/** Adds one field of a mapping. The editor shows it next to the mapping's `name` if it has one. */
function add(
  found: ImpliedField[],
  object: unknown,
  mapping: Path,
  field: string,
  value: unknown,
  text = `${field}: ${value === '' ? '""' : String(value)}`,
): void {
  const beside = ['name', 'port'].find((each) => !isAbsent(valueAt(object, [...mapping, each])));
  found.push({
    beside: beside === undefined ? mapping : [...mapping, beside],
    path: [...mapping, field],
    value,
    text,
  });
}

function impliedInRefs(found: ImpliedField[], place: RefPlace, facts: DecodedFacts, object: unknown): void {
  for (const { path, value } of valuesAt(object, place.at)) {
    if (fieldsOf(value) === null) continue;
    const missing = (field: string) => isAbsent(fieldOf(value, field));
    const isBackend = place.at.at(-2) === 'backendRefs';
    // Defaults that users often get wrong come first: the namespace of a backend, the kind of a parent.
    if (isBackend && missing('namespace')) add(found, object, path, 'namespace', facts.namespace);
    if (isBackend && missing('weight') && siblings(object, path) > 1) add(found, object, path, 'weight', 1);
    if (place.defaults && missing('kind')) add(found, object, path, 'kind', place.defaults.kind);
    if (!isBackend && place.namespaced && missing('namespace')) {
      add(found, object, path, 'namespace', facts.namespace);
    }
    if (place.defaults && missing('group')) add(found, object, path, 'group', place.defaults.group);
  }
}

/** Returns the number of items of the list that a path leads into. */
function siblings(object: unknown, path: Path): number {
  const list = valueAt(object, path.slice(0, -1));
  return Array.isArray(list) ? list.length : 0;
}

function impliedInMatches(found: ImpliedField[], object: unknown): void {
  for (const { path, value } of valuesAt(object, ['spec', 'rules', '*'])) {
    const matches = fieldOf(value, 'matches');
    const none = isAbsent(matches) || (Array.isArray(matches) && matches.length === 0);
    if (none && fieldsOf(value) !== null) {
      found.push({
        beside: path,
        path: [...path, 'matches'],
        value: [ANY_PATH],
        text: 'path: PathPrefix /',
      });
    }
  }
  for (const { path, value } of valuesAt(object, ['spec', 'rules', '*', 'matches', '*'])) {
    if (fieldsOf(value) === null) continue;
    const condition = fieldOf(value, 'path');
    if (isAbsent(condition)) {
      found.push({
        beside: path,
        path: [...path, 'path'],
        value: ANY_PATH.path,
        text: 'path: PathPrefix /',
      });
      continue;
    }
    if (fieldsOf(condition) === null) continue;
    for (const [field, implied] of Object.entries(ANY_PATH.path)) {
      if (isAbsent(fieldOf(condition, field))) add(found, object, [...path, 'path'], field, implied);
    }
  }
  for (const list of ['headers', 'queryParams']) {
    for (const { path, value } of valuesAt(object, ['spec', 'rules', '*', 'matches', '*', list, '*'])) {
      if (fieldsOf(value) !== null && isAbsent(fieldOf(value, 'type'))) {
        add(found, object, path, 'type', 'Exact');
      }
    }
  }
}

function impliedInFilters(found: ImpliedField[], object: unknown): void {
  for (const { path, value } of valuesAt(object, ['spec', 'rules', '*', 'filters', '*', 'requestRedirect'])) {
    if (fieldsOf(value) !== null && isAbsent(fieldOf(value, 'statusCode'))) {
      add(found, object, path, 'statusCode', 302);
    }
  }
}

function impliedInPorts(found: ImpliedField[], object: unknown): void {
  for (const { path, value } of valuesAt(object, ['spec', 'ports', '*'])) {
    const port = fieldOf(value, 'port');
    if (typeof port !== 'number') continue;
    const beside = [...path, 'port'];
    const implied = (field: string, filled: unknown) =>
      found.push({ beside, path: [...path, field], value: filled, text: `${field}: ${filled}` });
    const target = fieldOf(value, 'targetPort');
    if (isAbsent(target) || target === 0 || target === '') implied('targetPort', port);
    if (isAbsent(fieldOf(value, 'protocol'))) implied('protocol', 'TCP');
  }
}

function impliedInListeners(found: ImpliedField[], object: unknown): void {
  for (const { path, value } of valuesAt(object, ['spec', 'listeners', '*'])) {
    if (fieldsOf(value) === null) continue;
    const tls = fieldOf(value, 'tls');
    if (fieldsOf(tls) !== null && isAbsent(fieldOf(tls, 'mode'))) {
      add(found, object, [...path, 'tls'], 'mode', 'Terminate');
    }
    if (isAbsent(valueAt(value, ['allowedRoutes', 'namespaces', 'from']))) {
      const written = ['allowedRoutes', 'namespaces'].filter(
        (_, at, all) => fieldsOf(valueAt(value, all.slice(0, at + 1))) !== null,
      );
      // The editor shows the default at the place of the missing part: at the listener, or inside
      // `allowedRoutes`.
      const inner = [...path, ...written];
      found.push({
        beside: written.length === 0 && !isAbsent(fieldOf(value, 'name')) ? [...path, 'name'] : inner,
        path: [...path, 'allowedRoutes', 'namespaces', 'from'],
        value: 'Same',
        text: written.length === 2 ? 'from: Same' : 'allowedRoutes: from Same namespace',
      });
    }
  }
}
