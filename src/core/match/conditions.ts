import type { Condition } from '../ir/condition.ts';
import { coversHost } from '../ir/host-pattern.ts';
import { patternOf } from './condition-pattern.ts';
import { comparedValues, joinValues } from './repeated-headers.ts';
import type { RequestView } from './request-view.ts';

/** Whether a condition holds for a request (R-204…R-214, R-242). A pattern that RE2 refuses never holds. */
export function holds(condition: Condition, view: RequestView): boolean {
  switch (condition.of) {
    case 'protocol':
      return view.grpc !== null;
    case 'host':
      return coversHost(condition.value, view.host);
    case 'path':
      return condition.op === 'path-prefix'
        ? hasPathPrefix(view.path, condition.value)
        : compare(condition, view.path, view);
    case 'method':
      return view.method === condition.value;
    case 'grpc-service':
      return view.grpc !== null && compare(condition, view.grpc.service, view);
    case 'grpc-method':
      return view.grpc !== null && compare(condition, view.grpc.method, view);
    case 'header':
      return headerHolds(condition, view);
    case 'query':
      return queryHolds(condition, view);
  }
}

function compare(condition: Condition, actual: string, view: RequestView): boolean {
  if (condition.op === 'exact') return actual === condition.value;
  const pattern = patternOf(condition, view.profile);
  return pattern.ok && pattern.matches(actual);
}

/** Element-wise prefix: `/abc` and `/abc/` cover `/abc`, `/abc/` and `/abc/def`, never `/abcd` (R-206). */
function hasPathPrefix(path: string, prefix: string): boolean {
  let end = prefix.length;
  while (end > 0 && prefix.charCodeAt(end - 1) === 47) end--;
  if (end === 0) return true;
  if (path.length < end) return false;
  if (end === prefix.length ? !path.startsWith(prefix) : !path.startsWith(prefix.slice(0, end))) return false;
  return path.length === end || path.charCodeAt(end) === 47;
}

function headerHolds(condition: Condition, view: RequestView): boolean {
  const values = view.header(condition.name);
  if (values === null) return false;
  if (values.length === 1) return compare(condition, values[0] as string, view);
  const compared = comparedValues(condition.name, values, view.profile.repeatedHeaders);
  return compared.some((value) => compare(condition, value, view));
}

function queryHolds(condition: Condition, view: RequestView): boolean {
  const values = view.query(condition.name);
  if (values === null) return false;
  // Of a repeated parameter the first value is compared (R-213, A-30).
  if (view.profile.repeatedQuery === 'any') return values.some((value) => compare(condition, value, view));
  return compare(condition, values[0] as string, view);
}

/** What the request has where the condition looks; null when it has nothing. */
export function actualOf(condition: Condition, view: RequestView): string | null {
  switch (condition.of) {
    case 'protocol':
      return view.grpc === null ? 'http' : 'grpc';
    case 'host':
      return view.host;
    case 'path':
      return view.path;
    case 'method':
      return view.method;
    case 'grpc-service':
      return view.grpc?.service ?? null;
    case 'grpc-method':
      return view.grpc?.method ?? null;
    case 'header':
      return joined(view.header(condition.name));
    case 'query':
      return joined(view.query(condition.name));
  }
}

function joined(values: readonly string[] | null): string | null {
  return values === null ? null : joinValues(values);
}

/** What a condition asks for, in words of the trace: `/a`, `/a/*` for a prefix, `~pattern` for an expression. */
export function expectedOf(condition: Pick<Condition, 'op' | 'value'>): string {
  if (condition.op === 'exact' || condition.op === 'host-suffix') return condition.value;
  if (condition.op === 'regex') return `~${condition.value}`;
  const stripped = condition.value.replace(/\/+$/, '');
  return `${stripped}/…`;
}
