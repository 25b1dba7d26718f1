import type { ChangeReport } from '../../core/answers/report-difference.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import { backendLabel } from '../../core/ir/backend-label.ts';
import type { Outcome } from '../../core/ir/outcome.ts';
import { visible } from '../../core/text/visible.ts';
import type { Texts } from './texts/en.ts';

/**
 * Returns the destinations of an outcome: each Service with its port, and its share unless it gets all
 * requests.
 */
export function sharesOf({ backends }: Outcome): readonly string[] {
  return backends.map((backend) =>
    backend.share === 1
      ? backendLabel(backend)
      : `${backendLabel(backend)} (${Math.round(backend.share * 1000) / 10} %)`,
  );
}

/** Returns the clients of a class of changes. */
export function clientsOf({ witness, client, except }: ChangeReport, texts: Texts): string {
  if (client !== '*') return texts.routes.clientsOf(client);
  return witness.gateway !== undefined || except.length === 0
    ? texts.changes.everyClient
    : texts.routes.everyOther;
}

/** Returns which clients "every other client" leaves out, or undefined if the clients are all or named. */
export function leftOutClients({ except }: ChangeReport, texts: Texts): string | undefined {
  return except.length === 0 ? undefined : texts.changes.butClients(except.join(texts.marks.pause));
}

/** Returns the name of the rule that decides an outcome. Returns null if no rule does. */
export function ruleOf({ route, rule, ruleName }: Outcome, texts: Texts): string | null {
  if (route === null) return null;
  return `${namespacedNameIn(route)} · ${ruleName === null ? texts.flow.rule(rule ?? 0) : visible(ruleName)}`;
}
