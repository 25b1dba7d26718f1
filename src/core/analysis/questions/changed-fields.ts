import type { ForwardedRequest, Outcome, ResponseChanges } from '../../ir/outcome.ts';

/**
 * One field of an outcome that differs, with the name that it has in a RouteTest. Null means that it is
 * absent.
 */
export interface ChangedField {
  /** `request.path`, `request.headers.x-a`, `response.headers.x-b`, `redirect.location`, `timeouts.request`, … */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Returns the fields in which two outcomes differ, without their kind, status and backends. */
export function changedFields(before: Outcome, after: Outcome): readonly ChangedField[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.flatMap((field): readonly ChangedField[] => {
    const [a, b] = [old.get(field) ?? null, fresh.get(field) ?? null];
    return a === b ? [] : [{ field, before: a, after: b }];
  });
}

/** A change with its fields. */
interface WithFields {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly fields: readonly ChangedField[];
}

/**
 * Returns the fields of a change that its outcomes do not say. If only one of them reaches a backend, the
 * fields of the request that the backend receives say nothing more. The location of a redirect is a part of
 * its outcome.
 */
export function tellingFields({ before, after, fields }: WithFields): readonly ChangedField[] {
  const bothArrive = before.forwarded !== null && after.forwarded !== null;
  return fields.filter(
    ({ field }) => field !== 'redirect.location' && (bothArrive || !field.startsWith('request.')),
  );
}

function fieldsOf(outcome: Outcome): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const { redirect, timeouts, retry, session } = outcome;
  addRequest(fields, 'request', outcome.forwarded);
  addResponse(fields, 'response', outcome.response);
  for (const backend of outcome.backends) {
    if (backend.forwarded === undefined || backend.share === 0) continue;
    const name = `backends.${backend.service ?? ''}`;
    addRequest(fields, `${name}.request`, backend.forwarded);
    if (backend.responseChanges !== undefined)
      addResponse(fields, `${name}.response`, backend.responseChanges);
  }
  if (redirect !== null) fields.set('redirect.location', redirect.location);
  for (const { service, share } of outcome.mirrors) fields.set(`mirrors.${service}`, String(share));
  for (const [name, value] of Object.entries(timeouts ?? {})) fields.set(`timeouts.${name}`, value);
  if (retry !== null) {
    const { attempts, backoff, codes } = retry;
    fields.set('retry', [`${attempts ?? ''}×`, codes.join(' '), backoff ?? ''].join(' ').trim());
  }
  if (session !== null) fields.set('session', `${session.type} ${session.name ?? ''}`.trim());
  for (const { policy } of outcome.policies) fields.set(`policies.${policy}`, 'acts');
  if (!outcome.certain) fields.set('certain', 'false');
  return fields;
}

function addRequest(fields: Map<string, string>, at: string, request: ForwardedRequest | null): void {
  if (request === null) return;
  const { method, scheme, host, path, headers } = request;
  for (const [name, value] of Object.entries({ method, scheme, host, path }))
    fields.set(`${at}.${name}`, value);
  for (const [name, value] of Object.entries(headers))
    fields.set(`${at}.headers.${name.toLowerCase()}`, value);
}

function addResponse(fields: Map<string, string>, at: string, { headers, removed }: ResponseChanges): void {
  for (const [name, value] of Object.entries(headers))
    fields.set(`${at}.headers.${name.toLowerCase()}`, [value].flat().join('\n'));
  for (const name of removed) fields.set(`${at}.removed.${name.toLowerCase()}`, 'removed');
}
