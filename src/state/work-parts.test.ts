import { describe, expect, it } from 'vitest';
import { analyse } from '../core/index.ts';
import { partsOf } from './work-parts.ts';

const parts = (text: string) => partsOf({ name: 'a.yaml', text });
const only = (text: string, ...chosen: readonly string[]) => parts(text).only(new Set(chosen));
/** Returns the ids of the resources that the simulator reads from a text. */
const idsOf = (text: string) =>
  analyse([{ file: 'a.yaml', text }]).cluster.resources.map(({ resource }) => resource.id);

const service = (name: string, metadata: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${metadata}spec:\n  ports: [{port: 80}]\n`;

describe('the namespaces of documents', () => {
  it('come from the metadata, in block and flow style, with and without quotes', () => {
    const text = [
      service('a', '  namespace: shop\n'),
      service('b', '  namespace: "shop"\n  labels:\n    namespace: not-this\n'),
      service('c', "  labels:\n    namespace: not-this\n  namespace: 'web' # a comment\n"),
      'apiVersion: v1\nkind: Service\nmetadata: {labels: {app: x}, name: d, namespace: web}\n',
      'kind: Service\napiVersion: v1\nmetadata:\n    namespace: deep\n    name: e\n',
    ].join('---\n');
    expect(parts(text).namespaces).toEqual(['shop', 'shop', 'web', 'web', 'deep']);
  });

  it('are `default` for a namespaced object that names none', () => {
    expect(parts(service('a', '  labels:\n    namespace: not-this\n')).namespaces).toEqual(['default']);
    expect(parts('kind: ConfigMap\napiVersion: v1\n').namespaces).toEqual(['default']);
  });

  it('are none for cluster-scoped objects, tests and what is no object', () => {
    const text = [
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: c}\n',
      'apiVersion: gammascope.dev/v1alpha1\nkind: RouteTest\nmetadata: {name: t}\n',
      'replicas: 2\n',
      service('a', '  namespace: "{{ .Values.namespace }}"\n'),
    ].join('---\n');
    expect(parts(text).namespaces).toEqual([null, null, null, null, null]);
  });
});

describe('the documents of some namespaces', () => {
  const text = `# All of it.\n---\n${[
    service('a', '  namespace: shop\n'),
    service('b', '  namespace: web\n'),
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n',
    service('c', ''),
  ].join('---\n')}`;

  it('are those that the simulator reads, with the objects of no namespace', () => {
    expect(idsOf(only(text, 'shop'))).toEqual(['Service/shop/a', 'Namespace/web']);
    expect(idsOf(only(text, 'default', 'web'))).toEqual([
      'Service/web/b',
      'Namespace/web',
      'Service/default/c',
    ]);
  });

  it('are the items of a List, as kubectl prints it', () => {
    const list = `apiVersion: v1\nitems:\n${['shop', 'web', 'shop']
      .map(
        (namespace, at) =>
          `- apiVersion: v1\n  kind: Service\n  metadata:\n    name: s${at}\n    namespace: ${namespace}\n`,
      )
      .join('')}kind: List\nmetadata:\n  resourceVersion: ""\n`;
    expect(parts(list).namespaces).toEqual(['shop', 'web', 'shop']);
    const kept = only(list, 'shop');
    expect(idsOf(kept)).toEqual(['Service/shop/s0', 'Service/shop/s2']);
    expect(kept).toContain('kind: List\n');
  });

  it('are the items of an indented List', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: a, namespace: shop}\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: b, namespace: web}\n`;
    expect(idsOf(only(list, 'web'))).toEqual(['Service/web/b']);
  });

  it('are the items of a JSON list', () => {
    const items = ['shop', 'web'].map((namespace) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a', namespace },
    }));
    expect(idsOf(only(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), 'web'))).toEqual([
      'Service/web/a',
    ]);
    expect(only(JSON.stringify(items[0]), 'web')).toBe('');
  });

  it('are all documents when every namespace is chosen', () => {
    expect(idsOf(only(text, 'shop', 'web', 'default'))).toEqual(idsOf(text));
  });

  it('does not take a line of dashes within a text for a separator', () => {
    const map =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\ndata:\n  a: |\n    ---\n    kind: Service\n';
    expect(parts(map).namespaces).toEqual(['shop']);
  });
});
