import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { backendLabel } from '../../core/ir/backend-label.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import type { Texts } from './texts/en.ts';

/** Outcomes that are a success for the client. */
export const ARRIVES: ReadonlySet<Outcome['kind']> = new Set([
  'forwarded',
  'passed-through',
  'redirected',
  'responded',
]);

/**
 * Returns the destinations of an outcome: each Service with its port, and its share unless it gets all
 * requests.
 */
export function sharesOf({ backends }: Outcome): readonly string[] {
  return backends.map(({ service, port, share }) =>
    share === 1
      ? backendLabel(service, port)
      : `${backendLabel(service, port)} (${Math.round(share * 1000) / 10} %)`,
  );
}

/** Returns the clients of a class of changes. */
export function clientsOf({ witness, client }: ChangeReport, texts: Texts): string {
  if (witness.gateway !== undefined) return texts.changes.everyClient;
  return client === '*' ? texts.routes.everyOther : texts.routes.clientsOf(client);
}
