import type { SnapshotView } from '../core/answers/page-first-view.ts';
import { namespacedName, readClientName } from '../core/ids/ids.ts';

import { readURL } from '../core/ir/read-url.ts';
import { changeBetween } from '../core/text/text-change.ts';
import { FIRST_EXAMPLE } from './examples.ts';
import type { State, TextFile } from './model.ts';
import { EMPTY_REQUEST, type RequestFields } from './request-fields.ts';

/**
 * A request worth asking of manifests that the user has just brought, so that the first answer needs no form. Where they
 * have neither a Service nor a Gateway, it is one that waits for a URL; null: they declare nothing at all.
 */
export function firstQuestion({ firstRequest, resources, clients }: SnapshotView): RequestFields | null {
  if (firstRequest === null) {
    return resources.length === 0 ? null : { ...EMPTY_REQUEST, from: clients[0]?.namespace ?? '' };
  }
  const { from, method, url, headers } = firstRequest;
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return { ...EMPTY_REQUEST, from, method, url, headers: lines };
}

/** What the page knew when it asked the present request. */
export interface Asked {
  readonly request: RequestFields;
  /** The view that answered; null: there was none. */
  readonly view: SnapshotView | null;
  /** The texts at that time. */
  readonly files: readonly TextFile[];
  /** The request that the page filled in itself; null: none. */
  readonly suggested: RequestFields | null;
}

/**
 * True when a new view of the manifests calls for another request. A request that came together with its manifests (of a
 * link, an example, a lesson) and one of the user's own that still fits stay. An edit on which only the page's own
 * request founders calls for another, unless a document cannot be read just now: the user is in the middle of it.
 */
export function needsQuestion(
  { request, files }: Pick<State, 'request' | 'files'>,
  view: SnapshotView,
  asked: Asked,
): boolean {
  if (asksNothing(request, view)) return true;
  // Typed or brought since the last view: it is meant for these manifests.
  if (asked.view === null || asked.request !== request) return false;
  const isOwn = asked.suggested !== request;
  const other = isOtherBundle(asked.view, view);
  if (fits(request, view, asked.view)) return other && !isOwn;
  return (
    other ||
    isPasted(asked.files, files) ||
    (!isOwn && view.findings.every(({ code }) => !UNREADABLE.test(code)))
  );
}

/** Below this share of the resources left it is another bundle, not an edit. */
const LEFT = 0.5;
/** More characters than this are not typed from one view to the next. */
const MOST_TYPED = 100;

/** Whether a long piece of text or a file came at once. */
function isPasted(before: readonly TextFile[], after: readonly TextFile[]): boolean {
  return after.some(({ name, text }) => {
    const earlier = before.find((file) => file.name === name)?.text ?? '';
    const change = changeBetween(earlier, text);
    return change !== null && change.text.length > MOST_TYPED;
  });
}

/** Codes of findings about documents that cannot be read. */
const UNREADABLE = /^(?:yaml-syntax|tab-indentation|(?:kind|name|api-version)-missing$)/;

function isOtherBundle(before: SnapshotView, after: SnapshotView): boolean {
  if (before.resources.length === 0) return true;
  const now = new Set(after.resources.map(({ id }) => id));
  const left = before.resources.filter(({ id }) => now.has(id)).length;
  return left < LEFT * before.resources.length;
}

/** Whether client or Gateway and the host of a request are those of the manifests, as far as they were before. */
function fits({ from, url }: RequestFields, view: SnapshotView, before: SnapshotView): boolean {
  if (from.startsWith('gateway:')) {
    const [gateway = ''] = from.slice('gateway:'.length).split(':');
    const known = view.entrances.some((each) => each.gateway === gateway);
    return known && !isOtherBundle(before, view);
  }
  const { namespace, workload } = readClientName(from);
  if (!hasClient(view, namespace, workload)) return false;
  const service = (of: SnapshotView) => serviceOf(url, namespace, of);
  const [now, then] = [service(view), service(before)];
  if (now === undefined) return then === undefined;
  return now.grpc === url.startsWith('grpc://') || then?.grpc === now.grpc;
}

/** Whether a client is one of the manifests. */
export function hasClient({ clients }: SnapshotView, namespace: string, workload: string | null): boolean {
  const found = clients.find((client) => client.namespace === namespace);
  return found !== undefined && (workload === null || found.workloads.includes(workload));
}

/** The Service that a URL names, seen from a namespace. */
function serviceOf(
  url: string,
  from: string,
  { hosts }: SnapshotView,
): SnapshotView['hosts'][number] | undefined {
  const read = readURL(url);
  if (!read.ok) return undefined;
  const [name = '', namespace = from] = read.url.host.toLowerCase().split('.');
  return hosts.find(({ service }) => service === namespacedName(namespace, name));
}

/** True when the form asks nothing, or still asks what the first example asks although that example is gone. */
function asksNothing(request: RequestFields, { clients }: SnapshotView): boolean {
  if (request.url === '' && request.headers === '') return true;
  if (request.from !== FIRST_EXAMPLE.request.from || request.url !== FIRST_EXAMPLE.request.url) return false;
  const { namespace } = readClientName(request.from);
  return !clients.some((client) => client.namespace === namespace);
}
