import type { ResourceSummary } from '../core/answers/page-first-view.ts';
import { namespacedName } from '../core/ids/ids.ts';
import type { TextFile } from './model.ts';

/** The kinds that users look for first. */
const ORDER = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'Gateway', 'Service'];
const MOST_NAMES = 3;

/** Returns a name for a bundle, made of the names of its routes, Gateways and Services, or of its files. */
export function titleOf(resources: readonly ResourceSummary[], files: readonly TextFile[]): string {
  const rank = ({ kind }: ResourceSummary) => {
    const at = ORDER.indexOf(kind);
    return at < 0 ? ORDER.length : at;
  };
  const named = resources.filter((each) => rank(each) < ORDER.length).sort((a, b) => rank(a) - rank(b));
  const names = named.map(({ namespace, name }) =>
    namespace === '' ? name : namespacedName(namespace, name),
  );
  const labels = [...new Set(names.length > 0 ? names : files.map(({ name }) => name))];
  const more = labels.length - MOST_NAMES;
  return labels.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` +${more}` : '');
}
