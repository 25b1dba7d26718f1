import type { Access } from '../../ir/access.ts';
import type { BackendShare } from '../../ir/outcome.ts';
import { sameData } from '../../ir/same-data.ts';

/**
 * Returns what access policies say about a request with several shares. If the shares agree, their backends do
 * not repeat it. If they differ, the verdict depends on the share, so that of the request is `unknown`.
 */
export function accessOfShares(backends: readonly BackendShare[]): {
  readonly backends: readonly BackendShare[];
  readonly access?: Access;
} {
  const judged = backends.flatMap(({ access }) => access ?? []);
  const [first] = judged;
  if (first === undefined) return { backends };
  const live = backends.filter(({ weight }) => weight > 0);
  const isCommon = live.every(
    ({ access }) => access?.verdict === first.verdict && sameData(access.by, first.by),
  );
  if (!isCommon) {
    const considered = judged.flatMap((each) => each.considered);
    const by = [...new Set(judged.flatMap((each) => each.by))];
    const verdicts = new Set(live.map(({ access }) => access?.verdict ?? null));
    const verdict = verdicts.size === 1 ? first.verdict : 'unknown';
    return { backends, access: { verdict, by, considered: distinct(considered) } };
  }
  const access: Access = { ...first, considered: distinct(judged.flatMap((each) => each.considered)) };
  return { backends: backends.map(({ access: _, ...backend }) => backend), access };
}

function distinct(considered: Access['considered']): Access['considered'] {
  return [...new Map(considered.map((each) => [JSON.stringify(each), each])).values()];
}
