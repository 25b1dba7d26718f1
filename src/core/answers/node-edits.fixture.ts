import { expect } from 'vitest';
import type { GraphNodeKind } from '../graph/graph-model.ts';
import { readResourceId } from '../ids/ids.ts';
import { analyse, collectFindings, findProfile, GATEWAY_API } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { toOffsetEdit } from '../manifest/fix-edit.ts';
import { applyFixTo } from './apply-fix.ts';
import { type EditedNode, nodeEdits } from './node-edits.ts';

/** The node of a resource. */
export function nodeOf(kind: GraphNodeKind, id: string): EditedNode {
  const { kind: resourceKind, namespace, name } = readResourceId(id);
  return { id, kind, resourceKind, resource: id, namespace, label: name };
}

export function ask(url: string, namespace: string): SimRequest {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  return {
    from: { namespace, workload: null, inMesh: true },
    gateway: null,
    method: 'GET',
    headers: [],
    podOf: null,
    backend: null,
    ...read.url,
  };
}

export const service = (namespace: string, name: string, ports = '[{port: 80}]') => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: x}, ports: ${ports}}
`;
export const deployment = (namespace: string, name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}}}
`;
export const HEAD = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay
  namespace: shop
spec:
  parentRefs:
  - {group: "", kind: Service, name: pay}
`;

export const BLOCK = `  rules:
  - matches:
    - path:
        type: PathPrefix
        value: /v1
    backendRefs:
    - name: pay
      port: 80 # the port of the Service
`;

export interface Case {
  readonly about: string;
  readonly files: Readonly<Record<string, string>>;
  readonly node: EditedNode;
  readonly request?: SimRequest;
  readonly profile?: string;
  /** `NAME → inserted text` of each edit. `⏎` is CRLF. */
  readonly edits: readonly string[];
}

export const PAY = service('shop', 'pay');
export const ROUTE = nodeOf('route', 'HTTPRoute/shop/pay');
export const FRONTEND = nodeOf('frontend', 'Service/shop/pay');

/** Asserts that a node offers the expected edits, and that each of them makes no new errors. */
export function expectEdits({ files, node, request, profile = '', edits }: Case): void {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }));
  const options = { profile: findProfile(profile) ?? GATEWAY_API };
  const snapshot = analyse(sources, options);
  const errors = (of: typeof snapshot) => collectFindings(of).filter(({ severity }) => severity === 'error');
  const found = nodeEdits(snapshot, { node, request: request ?? null, file: 'open.yaml' });
  const shown = found.map(({ fix }, at) => {
    const [edit] = fix.edits.map((each) => toOffsetEdit(each, snapshot.locator));
    const { grants } = fix.args;
    const name = `${fix.name}${grants === undefined ? '' : ` + ${grants}`} →`;
    // Only the file and the name are given for some edits.
    if (edits[at]?.endsWith('→ ')) return edits[at]?.includes(':') ? `${edit?.file}: ${name} ` : `${name} `;
    const text = edit?.text.replaceAll('\r\n', '⏎') ?? '';
    return `${name}${text.startsWith('\n') ? '' : ' '}${text}`;
  });
  expect(shown).toEqual(edits);
  for (const { fix } of found) {
    // A cold run, so that nothing is kept from the check of the edit.
    const fixed = applyFixTo(snapshot, fix) ?? [];
    expect(errors(analyse(fixed, options)).length).toBeLessThanOrEqual(errors(snapshot).length);
    for (const { file, text } of fixed) if (file.endsWith('.json')) JSON.parse(text);
  }
}
