import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { backendLabel } from '../../core/ir/backend-label.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import type { Texts } from './texts/en.ts';

/** Outcomes that a caller is content with. */
export const ARRIVES: ReadonlySet<Outcome['kind']> = new Set([
  'forwarded',
  'passed-through',
  'redirected',
  'responded',
]);

/** Where the requests of an outcome go, each Service with its port and its share unless it gets all. */
export function sharesOf({ backends }: Outcome): readonly string[] {
  return backends.map(({ service, port, share }) =>
    share === 1
      ? backendLabel(service, port)
      : `${backendLabel(service, port)} (${Math.round(share * 1000) / 10} %)`,
  );
}

/** Whose requests a class of changes is about. */
export function clientsOf({ witness, client }: ChangeReport, texts: Texts): string {
  if (witness.gateway !== undefined) return texts.changes.everyClient;
  return client === '*' ? texts.routes.everyOther : texts.routes.clientsOf(client);
}
