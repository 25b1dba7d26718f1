import { signatureOf } from '../analysis/questions/same-action.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';

/** An origin that no list names. */
const OTHER_ORIGIN = 'https://origin.of-no-list.example';

/** Returns requests of browsers and preflights, from allowed origins and from another one (I-717). */
export function crossOriginProbes(entries: readonly RouteEntry[], base: SimRequest): readonly SimRequest[] {
  const known = new Set<string>();
  return entries.flatMap(({ action, conditions }) => {
    const allowed = action.filters.flatMap((filter) =>
      filter.kind === 'cors' ? filter.policy.allowOrigins : [],
    );
    if (allowed.length === 0 || known.has(signatureOf(action))) return [];
    known.add(signatureOf(action));
    const path = conditions.find(({ of, op }) => of === 'path' && op !== 'regex')?.value ?? '/';
    const origins = [null, OTHER_ORIGIN, ...allowed.map((origin) => origin.replace('*', 'probe'))];
    return origins.flatMap((origin) => requestsFrom(origin, { ...base, path }));
  });
}

function requestsFrom(origin: string | null, request: SimRequest): readonly SimRequest[] {
  const headers = origin === null || origin === 'probe' ? [] : ([['origin', origin]] as const);
  const asked = [...headers, ['access-control-request-method', 'GET']] as const;
  return [
    { ...request, headers },
    { ...request, method: 'OPTIONS', headers },
    { ...request, method: 'OPTIONS', headers: asked },
  ];
}
