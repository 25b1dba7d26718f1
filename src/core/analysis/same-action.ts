import type { Action, RouteEntry, Target } from '../ir/mesh-ir.ts';

const signatures = new WeakMap<Action, string>();

/** What an action does, as a text: two actions with the same text do the same to every request. */
export function signatureOf(action: Action): string {
  const known = signatures.get(action);
  if (known !== undefined) return known;
  const total = action.targets.reduce((sum, target) => sum + target.weight, 0);
  const targets = action.targets
    .filter((target) => total === 0 || target.weight > 0)
    .map((target) => ({ ...target, weight: shareOf(target, total) }));
  const signature = JSON.stringify({ ...action, targets }, (key, value) =>
    key === 'origin' || key === 'ungranted' ? undefined : value,
  );
  signatures.set(action, signature);
  return signature;
}

/** A weight says something only beside the others: its share in lowest terms. */
function shareOf({ weight }: Target, total: number): string {
  if (total === 0) return 'none';
  let [a, b] = [total, weight];
  while (b !== 0) [a, b] = [b, a % b];
  return `${weight / a}/${total / a}`;
}

/** Whether two entries do something else with a request that both would take. */
export function differs(a: RouteEntry, b: RouteEntry): boolean {
  return a.action !== b.action && signatureOf(a.action) !== signatureOf(b.action);
}
