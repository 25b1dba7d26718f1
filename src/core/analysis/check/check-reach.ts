import { decider } from '../../dataplane/decider.ts';
import type { Finding, Site } from '../../findings/finding.ts';
import type { Action } from '../../ir/action.ts';
import type { Origin } from '../../ir/origin.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { languageKindOf } from '../../match/operators/operators.ts';
import type { EntryReach } from '../questions/reach.ts';

/** One match of a rule, at all parents of its route. */
interface MatchFate {
  readonly entry: RouteEntry;
  readonly blockers: Set<RouteEntry>;
  alive: boolean;
  differentOutcome: boolean;
}

/**
 * Reports rules without a match that can win a request, and single matches that cannot win while others of
 * their rule can. A match is dead only if it is dead in every table that contains it. Other
 * findings cover matches that no request satisfies (an invalid pattern, an unusable listener).
 */
export function checkReach(
  tables: readonly (readonly EntryReach[])[],
  report: (finding: Finding) => void,
): void {
  const rules = new Map<string, Map<number, MatchFate>>();
  for (const entries of tables) {
    for (const { entry, reach, blockers, differentOutcome } of entries) {
      const rule = `${entry.route} ${entry.rule}`;
      const fates = rules.get(rule) ?? new Map<number, MatchFate>();
      rules.set(rule, fates);
      const fate = fates.get(entry.match) ?? {
        entry,
        blockers: new Set(),
        alive: false,
        differentOutcome: false,
      };
      fates.set(entry.match, fate);
      if (reach !== 'dead') fate.alive = true;
      if (differentOutcome) fate.differentOutcome = true;
      for (const blocker of blockers) fate.blockers.add(blocker);
    }
  }
  for (const fates of rules.values()) {
    const dead = [...fates.values()].filter((fate) => !fate.alive && fate.blockers.size > 0);
    if (dead.length === 0) continue;
    if (dead.length === fates.size) report(ruleFinding(dead));
    else for (const fate of dead) report(matchFinding(fate));
  }
}

function ruleFinding(fates: readonly MatchFate[]): Finding {
  const { entry } = fates[0] as MatchFate;
  const blockers = [...new Set(fates.flatMap((fate) => [...fate.blockers]))];
  return {
    code: 'rule-never-reached',
    severity: 'warning',
    args: {
      route: entry.route,
      rule: entry.rule,
      blockers: namesOf(blockers),
      effect: effectOf(fates.some((fate) => fate.differentOutcome)),
      open: openChoiceOf(
        fates.flatMap((fate) => [...fate.blockers].map((blocker) => [blocker, fate.entry] as const)),
      ),
    },
    site: siteOf(entry.action.origin),
    related: relatedOf(blockers),
    fixes: [],
  };
}

function matchFinding({ entry, blockers, differentOutcome }: MatchFate): Finding {
  return {
    code: 'match-never-reached',
    severity: 'warning',
    args: {
      route: entry.route,
      rule: entry.rule,
      match: entry.match,
      blockers: namesOf([...blockers]),
      effect: effectOf(differentOutcome),
      open: openChoiceOf([...blockers].map((blocker) => [blocker, entry] as const)),
    },
    site: siteOf(entry.origin),
    related: relatedOf([...blockers]),
    fixes: [],
  };
}

/**
 * Returns whether the blockers treat the requests differently from the dead entry. A word, because findings
 * contain no prose.
 */
function effectOf(differentOutcome: boolean): 'different' | 'same' {
  return differentOutcome ? 'different' : 'same';
}

/**
 * Returns the open point of the specification that alone makes an entry dead: `regexRank` (A-29: a pattern
 * and a prefix, or the length of patterns), `age` or `name` (A-28, A-14: manifests without ages). Returns ''
 * if there is none.
 */
function openChoiceOf(pairs: readonly (readonly [RouteEntry, RouteEntry])[]): string {
  const open = new Set(
    pairs.map(([blocker, entry]) => {
      const by = decider(blocker, entry);
      const hasPattern = [blocker, entry].some(({ conditions }) =>
        conditions.some((condition) => condition.of === 'path' && languageKindOf(condition) === 'pattern'),
      );
      if (by === 'path-type' || (by === 'path-length' && hasPattern)) return 'regexRank';
      const isUndated = [blocker, entry].some(({ rank }) =>
        rank.some((key) => key.by === 'age' && key.value === null),
      );
      return blocker.route !== entry.route && isUndated && (by === 'age' || by === 'name') ? 'age' : '';
    }),
  );
  return [...open].filter((each) => each !== '').join(', ');
}

const MOST_NAMED = 3;

function namesOf(blockers: readonly RouteEntry[]): string {
  const names = [
    ...new Set(blockers.map(({ route, rule, match }) => `${route} rule ${rule} match ${match}`)),
  ];
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} (+${more})` : names.join(', ');
}

function relatedOf(blockers: readonly RouteEntry[]): Finding['related'] {
  return blockers.map(({ origin }) => ({ note: 'takes-the-requests', site: siteOf(origin) }));
}

function siteOf({ file, document, path }: Origin | Action['origin']): Site {
  return { file, document, path };
}
