import type { SnapshotView } from '../core/answers/page-first-view.ts';
import { namespacedName } from '../core/ids/ids.ts';
import { readClientName } from '../core/ids/read-client-name.ts';

import { readURL } from '../core/ir/read-url.ts';
import { changeBetween } from '../core/text/text-change.ts';
import { FIRST_EXAMPLE } from './examples.ts';
import type { State, TextFile } from './model.ts';
import { EMPTY_REQUEST, type RequestFields } from './request-fields.ts';

/**
 * Returns a request to ask about manifests that the user has just loaded, so that the first answer needs no
 * form. If the manifests have neither a Service nor a Gateway, the request waits for a URL. Returns null when
 * the manifests declare nothing.
 */
export function firstQuestion({ firstRequest, resources, clients }: SnapshotView): RequestFields | null {
  if (firstRequest === null) {
    return resources.length === 0 ? null : { ...EMPTY_REQUEST, from: clients[0]?.namespace ?? '' };
  }
  const { from, method, url, headers } = firstRequest;
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return { ...EMPTY_REQUEST, from, method, url, headers: lines };
}

/** The state of the page when it asked the present request. */
export interface Asked {
  readonly request: RequestFields;
  /** The view that answered. Null when there was none. */
  readonly view: SnapshotView | null;
  /** The texts at that time. */
  readonly files: readonly TextFile[];
  /** The request that the page filled in. Null when there is none. */
  readonly suggested: RequestFields | null;
}

/**
 * Returns true when a new view of the manifests needs another request. A request that came with its manifests
 * (from a link, an example or a lesson) and a user's own request that still fits remain. An edit that only
 * makes the page's own request invalid needs another one, unless a document cannot be read: then the user is
 * still typing.
 */
export function needsQuestion(
  { request, files }: Pick<State, 'request' | 'files'>,
  view: SnapshotView,
  asked: Asked,
): boolean {
  if (asksNothing(request, view)) return true;
  // The user typed or loaded the request after the last view, so it belongs to these manifests.
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

/** If less than this share of the resources is left, the manifests are another bundle, not an edit. */
const LEFT = 0.5;
/** A user does not type more characters than this from one view to the next. */
const MOST_TYPED = 100;

/** Returns true when a long piece of text or a file was inserted at once. */
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

/**
 * Returns true when the manifests have the client or Gateway and the host of a request, as far as the earlier
 * manifests had them.
 */
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

/** Returns true when the manifests declare a client. */
export function hasClient({ clients }: SnapshotView, namespace: string, workload: string | null): boolean {
  const found = clients.find((client) => client.namespace === namespace);
  return found !== undefined && (workload === null || found.workloads.includes(workload));
}

/** Returns the Service that a URL names, as seen from a namespace. */
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

/**
 * Returns true when the form has no request, or still has the request of the first example after that example
 * was replaced.
 */
function asksNothing(request: RequestFields, { clients }: SnapshotView): boolean {
  if (request.url === '' && request.headers === '') return true;
  if (request.from !== FIRST_EXAMPLE.request.from || request.url !== FIRST_EXAMPLE.request.url) return false;
  const { namespace } = readClientName(request.from);
  return !clients.some((client) => client.namespace === namespace);
}
