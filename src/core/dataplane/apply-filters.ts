import type { Filter } from '../ir/filter.ts';
import { changeHeaders, changeRequestHeaders, removedLast } from './change-headers.ts';
import { answerCORS } from './cors.ts';
import { answerEnvoyCORS } from './envoy-cors.ts';
import { noteOnGrant, type RunFilters } from './filters.ts';
import type { Headers } from './headers.ts';
import { notSimulated } from './not-simulated.ts';
import { returnedRedirect } from './returned-redirect.ts';
import { changePath, redirectOf } from './rewrite.ts';

/**
 * Returns the passage after filters in list order. Filters never change the selected rule. A
 * redirect or an unusable filter ends the list.
 */
export const runFilters: RunFilters = (filters, before, request, profile) => {
  const headers: Headers = new Map(before.headers);
  const response: Headers = new Map(before.response);
  const local: Headers = new Map(before.local);
  const removed = [...before.removed];
  const mirrors = [...before.mirrors];
  const notes = [...before.notes];
  let { host, path } = before;
  const state = () => ({
    answered: false,
    responds: null,
    host,
    path,
    headers,
    response,
    local,
    removed,
    mirrors,
    notes,
  });
  for (const filter of filters) {
    if (isUngranted(filter)) notes.push(noteOnGrant(nameOf(filter), profile));
    switch (filter.kind) {
      case 'request-headers':
        host = changeRequestHeaders(headers, filter.change, host, profile);
        break;
      case 'response-headers':
        changeHeaders(response, filter.change, profile);
        changeHeaders(local, filter.change, profile);
        removed.push(...removedLast(filter.change, profile));
        break;
      case 'rewrite':
        // The rewritten host is not routed again.
        host = filter.hostname ?? host;
        path = changePath(path, filter.path, profile);
        break;
      case 'mirror':
        if (filter.to.kind === 'unresolved') {
          notes.push({ code: 'mirror-dropped', rule: 'R-316', args: { service: filter.service } });
        } else {
          mirrors.push({ service: filter.service, share: filter.numerator / filter.denominator });
        }
        break;
      case 'cors': {
        const cors = answerCORS(filter.policy, request);
        if (cors === null) break;
        for (const [key, header] of cors.headers) {
          response.set(key, header);
          local.set(key, header);
        }
        if (cors.preflight) return { ...state(), redirect: null, broken: null, answered: true };
        break;
      }
      case 'envoy-cors': {
        const cors = answerEnvoyCORS(filter, request, profile);
        // A pattern that RE2 refuses cannot be compared. Istio refuses it, too.
        if (cors.isUnread) notes.push(notSimulated('R-306', 'corsPolicy.allowOrigins', 'filter'));
        for (const [key, header] of cors.headers) {
          response.set(key, header);
          local.set(key, header);
        }
        if (cors.answers) return { ...state(), redirect: null, broken: null, answered: true };
        for (let at = removed.length - 1; at >= 0; at--)
          if (cors.headers.has((removed[at] as string).toLowerCase())) removed.splice(at, 1);
        break;
      }
      case 'respond':
        if (filter.percent >= 100) {
          const { status, cause } = filter;
          return { ...state(), responds: { status, cause }, redirect: null, broken: null };
        }
        notes.push({
          code: 'fault-abort',
          rule: 'I-7.4',
          args: { status: filter.status.http ?? filter.status.grpc ?? 0, percent: filter.percent },
        });
        break;
      case 'delay':
        notes.push({
          code: 'fault-delay',
          rule: 'I-7.4',
          args: { delay: filter.delay, percent: filter.percent },
        });
        break;
      case 'opaque':
        notes.push(notSimulated('R-306', filter.what, 'filter'));
        break;
      case 'redirect':
        return { ...state(), redirect: redirectOf(filter, request, host, path, profile), broken: null };
      case 'return':
        return { ...state(), redirect: returnedRedirect(filter, request, host), broken: null };
      case 'broken':
        notes.push({ code: 'filter-broken', rule: 'R-306', args: { filter: filter.what } });
        return { ...state(), redirect: null, broken: filter.what };
      default:
        return { ...state(), redirect: null, broken: kindOfUnknown(filter satisfies never) };
    }
  }
  return { ...state(), redirect: null, broken: null };
};

/**
 * Returns the kind of a filter that has no case above. Its requests fail; the filter is not skipped.
 */
function kindOfUnknown(filter: never): string {
  return (filter as { readonly kind: string }).kind;
}

/**
 * Returns true if a filter refers to another namespace without a grant, and the specification does not say
 * whether it needs one.
 */
function isUngranted(filter: Filter): boolean {
  if (filter.kind === 'mirror') return 'ungranted' in filter.to;
  return (filter.kind === 'opaque' || filter.kind === 'broken') && filter.ungranted === true;
}

function nameOf(filter: Filter): string {
  return filter.kind === 'mirror' ? filter.service : 'what' in filter ? filter.what : filter.kind;
}
