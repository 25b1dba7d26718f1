import type { GraphRule } from '../../../../graph/graph-model.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { IngressPath } from '../../../../resource/kinds/networking.k8s.io/ingress-spec.ts';
import type { IngressResource } from '../class-of-ingress.ts';
import { type EntriesByLine, lineKey } from './entries-by-line.ts';

/** Returns the lines of the card of an Ingress: one for each path, and one for the default backend. */
export function linesOf({ spec }: IngressResource, entries: EntriesByLine): readonly GraphRule[] {
  const encrypted = hostTest(spec.tls.map(({ hosts }) => hosts));
  const lines = spec.rules.flatMap(({ host, paths }, rule): readonly GraphRule[] => {
    const tls = host !== null && encrypted(host.toLowerCase()) ? { tls: true } : null;
    return paths.map((path, match) => {
      const own = entries.get(lineKey(rule, match)) ?? [];
      const summary = `${host ?? '*'}${pathText(path, own)}`;
      return { rule, match, summary, more: 0, answers: answerOf(own), ...tls };
    });
  });
  if (spec.defaultBackend === null) return lines;
  const own = entries.get(lineKey('defaultBackend', 0)) ?? [];
  const last: GraphRule = {
    rule: 'defaultBackend',
    match: 0,
    summary: 'defaultBackend',
    more: 0,
    answers: answerOf(own),
  };
  return [...lines, last];
}

/** Returns the test for the hosts of some certificates. A certificate without hosts is for all of them (I-501). */
function hostTest(certificates: readonly (readonly string[])[]): (host: string) => boolean {
  const names = new Set(certificates.flat().map((name) => name.toLowerCase()));
  const all = certificates.some((hosts) => hosts.length === 0);
  return (host) => all || names.has(host) || names.has(host.replace(/^[^.]+/, '*'));
}

/** Returns the path as it is compared: `/app/…` for a prefix, `~/app` for an expression (I-610). */
function pathText({ path, pathType }: IngressPath, entries: readonly RouteEntry[]): string {
  const written = path === '' ? '/' : path;
  if (entries.some(({ conditions }) => conditions.some(({ of, op }) => of === 'path' && op === 'regex')))
    return ` ~${written}`;
  if (pathType === 'Exact') return written;
  return written.endsWith('/') ? `${written}…` : `${written}/…`;
}

/** Returns the answer of a path that forwards nothing. */
function answerOf(entries: readonly RouteEntry[]): GraphRule['answers'] {
  if (entries.length === 0 || entries.some(({ action }) => action.targets.length > 0)) return null;
  return entries.some(({ action }) => action.filters.some(({ kind }) => kind === 'return'))
    ? 'redirect'
    : null;
}
