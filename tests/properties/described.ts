import type { ClassCondition, NamedCondition } from '../../src/core/analysis/questions/class-condition.ts';
import type { Condition, Facet } from '../../src/core/ir/condition.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { holds } from '../../src/core/match/conditions.ts';
import { viewRequest } from '../../src/core/match/request-view.ts';
import { GATEWAY_API } from '../../src/core/profile/profile.ts';

const FACETS: Readonly<Record<string, Facet>> = { service: 'grpc-service' };

/** Returns true when a condition of a class describes a request, read as the documentation of its type says. */
export function describes({ any }: ClassCondition, request: SimRequest): boolean {
  const view = viewRequest(request, GATEWAY_API);
  const isTrue = ({ on, op, value }: NamedCondition): boolean => {
    const [of = '', ...rest] = on.split(':');
    const condition: Condition = {
      of: FACETS[of] ?? (of as Facet),
      name: rest.join(':'),
      on,
      op,
      value,
      origin: { file: '', document: 0, path: [], implied: true },
    };
    return holds(condition, view);
  };
  return any.some(
    ({ protocols, all, except }) =>
      protocols.includes(request.protocol) &&
      all.every(isTrue) &&
      !except.some((conditions) => conditions.every(isTrue)),
  );
}
