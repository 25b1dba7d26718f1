import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import '../../../tests/provide-engines.ts';
import { analyse } from '../index.ts';
import type { Path } from '../text/path.ts';
import { type ImpliedField, impliedFields } from './implied.ts';
import { fieldsOf, valueAt } from './walk-object.ts';

/** Returns the implied fields of a text with one document. */
function impliedIn(text: string): readonly ImpliedField[] {
  const { documents, decoded } = analyse([{ file: 'a.yaml', text }]);
  const resource = decoded[0]?.resources[0]?.resource;
  if (!resource) throw new Error('nothing was decoded');
  return impliedFields(resource, documents[0]?.value);
}

const told = (text: string) => impliedIn(text).map((each) => each.text);

const route = (spec: string, namespace = ', namespace: faces') =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r${namespace}}\nspec: ${spec}\n`;

describe('the defaults of missing fields', () => {
  test.each([
    ['the namespace of a resource', route('{}', ''), ['namespace: default']],
    ['nothing of a cluster-wide kind', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: faces}\n', []],
    [
      'what a parent is and where',
      route('{parentRefs: [{name: gw}]}'),
      ['kind: Gateway', 'namespace: faces', 'group: gateway.networking.k8s.io'],
    ],
    [
      'of a parent that says what it is, where',
      route('{parentRefs: [{group: "", kind: Service, name: s}]}'),
      ['namespace: faces'],
    ],
    [
      'no weight of a single backend',
      route('{rules: [{matches: [{path: {type: Exact, value: /}}], backendRefs: [{name: a, port: 80}]}]}'),
      ['namespace: faces', 'kind: Service', 'group: ""'],
    ],
    [
      'the weight of one of several backends',
      route(
        '{rules: [{matches: [{path: {type: Exact, value: /}}], backendRefs: [{group: "", kind: Service, namespace: x, name: a, weight: 2}, {group: "", kind: Service, namespace: x, name: b}]}]}',
      ),
      ['weight: 1'],
    ],
    ['a rule without matches', route('{rules: [{name: one}]}'), ['path: PathPrefix /']],
    ['a match without a path', route('{rules: [{matches: [{method: GET}]}]}'), ['path: PathPrefix /']],
    [
      'halves of a condition',
      route('{rules: [{matches: [{path: {value: /a}}, {path: {type: PathPrefix}}]}]}'),
      ['type: PathPrefix', 'value: /'],
    ],
    [
      'how a header is compared, and the status of a redirect',
      route(
        '{rules: [{matches: [{path: {type: Exact, value: /}, headers: [{name: a, value: b}]}], filters: [{type: RequestRedirect, requestRedirect: {hostname: x.y}}]}]}',
      ),
      ['type: Exact', 'statusCode: 302'],
    ],
    [
      'ports of a Service',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\nspec: {ports: [{port: 80}, {port: 81, targetPort: http, protocol: UDP}]}\n',
      ['targetPort: 80', 'protocol: TCP'],
    ],
    [
      'who may attach to a listener',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g, namespace: b}\nspec: {gatewayClassName: c, listeners: [{name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: s}]}}]}\n',
      ['kind: Secret', 'namespace: b', 'group: ""', 'mode: Terminate', 'allowedRoutes: from Same namespace'],
    ],
  ])('%s', (_, text, wanted) => expect(told(text)).toEqual(wanted));
});

/** Returns the value with a field added after its siblings. Creates missing parents. */
function write(value: unknown, path: Path, filled: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return filled;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? write(item, rest, filled) : item));
  const fields = fieldsOf(value) ?? {};
  return { ...fields, [step]: write(fields[step], rest, filled) };
}

/** Returns an empty list as text, because the API treats an empty list as absent. */
const emptyOf = (value: unknown) => (Array.isArray(value) && value.length === 0 ? '[]' : value);

/** Returns the decoded resource without the text that some filters keep. */
function specOf(resource: object | undefined): unknown {
  const { spec } = resource as { readonly spec?: unknown };
  return JSON.parse(JSON.stringify(spec, (key, value) => (key === 'raw' ? undefined : value)));
}

function manifests(): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  for (const folder of ['examples', 'tests/cases']) {
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (entry.endsWith('.yaml'))
        found.push([`${folder}/${entry}`, readFileSync(`${folder}/${entry}`, 'utf8')]);
    }
  }
  return found;
}

test('writing the shown defaults does not change the decoded resource', () => {
  let written = 0;
  for (const [file, text] of manifests()) {
    const before = analyse([{ file, text }]);
    for (const [at, { resources }] of before.decoded.entries()) {
      const [first] = resources;
      // The API's rules for groups do not apply to a sketch.
      if (resources.length !== 1 || !first?.decoded || first.resource.sketch) continue;
      const { resource } = first;
      if (resource.origin.root.length > 0) continue;
      const value = before.documents[at]?.value;
      const fields = impliedFields(resource, value);
      let full = value;
      for (const { path, value: filled } of fields) {
        expect([undefined, null, 0, '', '[]'], `${file} ${path.join('.')}`).toContainEqual(
          emptyOf(valueAt(full, path)),
        );
        full = write(full, path, filled);
      }
      written += fields.length;
      const again = analyse([{ file, text: JSON.stringify(full) }]).decoded[0]?.resources[0]?.resource;
      expect(specOf(again), `${file} ${resource.id}`).toEqual(specOf(resource));
      expect(again?.id).toBe(resource.id);
    }
  }
  expect(written).toBeGreaterThan(100);
});
