import type { Ask, Match, Route } from './random-mesh.ts';

/**
 * A second implementation of the specification that works in another way: without tables and ranks. It
 * compares every match of every applicable route with the best so far, criterion by criterion (R-126,
 * R-202… ).
 */
export interface Verdict {
  kind: 'passed-through' | 'rejected' | 'forwarded';
  winner: string | null;
}

interface Player {
  route: Route;
  rule: number;
  index: number;
  match: Match;
}

export function judge(routes: readonly Route[], ask: Ask): Verdict {
  const applicable = routes.filter((route) =>
    route.spec.parentRefs.some((ref) => ref.port === undefined || ref.port === ask.port),
  );
  const consumers =
    ask.from === 'prod' ? [] : applicable.filter((route) => route.metadata.namespace === ask.from);
  const producers = applicable.filter((route) => route.metadata.namespace === 'prod');
  const group = consumers.length > 0 ? consumers : producers;
  if (group.length === 0) return { kind: 'passed-through', winner: null };
  let best: Player | null = null;
  for (const route of group) {
    route.spec.rules.forEach((rule, at) => {
      (rule.matches ?? [{}]).forEach((match, index) => {
        if (!satisfied(match, ask)) return;
        const player = { route, rule: at, index, match };
        if (best === null || beats(player, best)) best = player;
      });
    });
  }
  if (best === null) return { kind: 'rejected', winner: null };
  const { route, rule, index } = best as Player;
  return {
    kind: 'forwarded',
    winner: `HTTPRoute/${route.metadata.namespace}/${route.metadata.name} ${rule} ${index}`,
  };
}

function satisfied(match: Match, ask: Ask): boolean {
  const type = match.path?.type ?? 'PathPrefix';
  const value = match.path?.value ?? '/';
  if (type === 'Exact' && ask.path !== value) return false;
  if (type === 'PathPrefix') {
    const elements = value.split('/').filter((element) => element !== '');
    const asked = ask.path.split('/').slice(1);
    if (!elements.every((element, at) => asked[at] === element)) return false;
  }
  if (match.method !== undefined && match.method !== ask.method) return false;
  const header = (name: string) =>
    ask.headers.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value;
  const query = (name: string) => ask.query.find((each) => each.name === name)?.value;
  return (
    (match.headers ?? []).every((want) => header(want.name) === want.value) &&
    (match.queryParams ?? []).every((want) => query(want.name) === want.value)
  );
}

function isExact(player: Player): boolean {
  return player.match.path?.type === 'Exact';
}

function characters(player: Player): number {
  const value = player.match.path?.value ?? '/';
  return isExact(player)
    ? value.length
    : value
        .split('/')
        .filter((element) => element !== '')
        .join('/').length;
}

/** Returns true when `a` takes precedence over `b`: the first criterion in which they differ decides. */
function beats(a: Player, b: Player): boolean {
  if (isExact(a) !== isExact(b)) return isExact(a);
  if (characters(a) !== characters(b)) return characters(a) > characters(b);
  const method = (player: Player) => (player.match.method === undefined ? 0 : 1);
  if (method(a) !== method(b)) return method(a) > method(b);
  const headers = (player: Player) => player.match.headers?.length ?? 0;
  if (headers(a) !== headers(b)) return headers(a) > headers(b);
  const query = (player: Player) => player.match.queryParams?.length ?? 0;
  if (query(a) !== query(b)) return query(a) > query(b);
  const born = (player: Player) =>
    Date.parse(player.route.metadata.creationTimestamp ?? '9999-01-01T00:00:00Z');
  if (born(a) !== born(b)) return born(a) < born(b);
  const name = (player: Player) => `${player.route.metadata.namespace}/${player.route.metadata.name}`;
  if (name(a) !== name(b)) return name(a) < name(b);
  if (a.rule !== b.rule) return a.rule < b.rule;
  return a.index < b.index;
}
