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

/** What a case gives: the edits as the case writes them, and the faults of the manifests after them. */
interface Result {
  readonly edits: readonly string[];
  readonly faults: readonly string[];
}

/** Returns the edits of the node of a case, and each new error and each JSON file that is none after them. */
export function resultOf({ files, node, request, profile = '', edits }: Case): Result {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }));
  const options = { profile: findProfile(profile) ?? GATEWAY_API };
  const snapshot = analyse(sources, options);
  const errorsOf = (of: typeof snapshot) =>
    collectFindings(of).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  const known = new Set<string>(errorsOf(snapshot));
  const found = nodeEdits(snapshot, { node, request: request ?? null, file: 'open.yaml' });
  const shown = found.map(({ fix }, at) => {
    const [edit] = fix.edits.map((each) => toOffsetEdit(each, snapshot.locator));
    const { grants } = fix.args;
    const name = `${fix.name}${grants === undefined ? '' : ` + ${grants}`} →`;
    // Only the name is given for some edits, or the file and the name.
    if (edits[at]?.startsWith('open.yaml')) return `${edit?.file} ${name} `;
    if (edits[at]?.endsWith('→ ')) return `${name} `;
    const text = edit?.text.replaceAll('\r\n', '⏎') ?? '';
    return `${name}${text.startsWith('\n') ? '' : ' '}${text}`;
  });
  const faults = found.flatMap(({ fix }) => {
    // A cold run, so that nothing is kept from the check of the edit.
    const fixed = applyFixTo(snapshot, fix) ?? [];
    const errors = errorsOf(analyse(fixed, options)).filter((code) => !known.has(code));
    const broken = fixed.filter(({ file, text }) => file.endsWith('.json') && !isJSON(text));
    return [...errors, ...broken.map(({ file }) => file)];
  });
  return { edits: shown, faults };
}

function isJSON(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
