import { random } from './generate.ts';

/** Generates tables with unreachable rules, and small sets of rules to analyse separately. */

interface Match {
  readonly path?: { readonly type: string; readonly value: string };
  readonly method?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly queryParams?: readonly { readonly name: string; readonly value: string }[];
}

const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'big', namespace: 'shop' },
  spec: { selector: { app: 'big' }, ports: [{ port: 80 }] },
};

function routeOf(
  name: string,
  rules: readonly { readonly matches: readonly Match[]; readonly weight: number }[],
) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace: 'shop' },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: 'big' }],
      rules: rules.map(({ matches, weight }) => ({
        matches,
        backendRefs: [
          { name: 'big', port: 80, weight },
          { name: 'big', port: 80, weight: 100 - weight },
        ],
      })),
    },
  };
}

/** Returns documents as one text. JSON is valid YAML. */
function toText(documents: readonly unknown[]): string {
  return documents.map((document) => JSON.stringify(document)).join('\n---\n');
}

const RULES = 16;

/**
 * Returns one Service with `entries` entries, similar to those of long-lived teams: areas with a catch-all,
 * specific paths below it, lanes by header, and occasional repetitions. One in ten entries repeats an earlier
 * one in a younger route and is dead.
 */
export function deadTable(entries: number): string {
  const next = random(entries * 7 + 3);
  const written: Match[] = [];
  const matches: Match[] = [];
  while (matches.length < entries) {
    const at = matches.length;
    const earlier = written[Math.floor(next() * written.length)];
    if (earlier !== undefined && next() < 0.1) {
      matches.push(earlier);
      continue;
    }
    const area = `/area${at % Math.max(4, Math.round(entries / 25))}`;
    const dice = next();
    const path =
      dice < 0.1 ? area : dice < 0.4 ? `${area}/part${at % 400}` : `${area}/part${at % 400}/leaf${at}`;
    const match: Match = {
      path: { type: next() < 0.4 ? 'Exact' : 'PathPrefix', value: path },
      ...(next() < 0.25 ? { method: next() < 0.5 ? 'GET' : 'POST' } : null),
      ...(next() < 0.3 ? { headers: [{ name: 'x-lane', value: `lane-${Math.floor(next() * 8)}` }] } : null),
      ...(next() < 0.1 ? { queryParams: [{ name: 'v', value: String(Math.floor(next() * 3)) }] } : null),
    };
    written.push(match);
    matches.push(match);
  }
  const routes: unknown[] = [];
  for (let at = 0; at < matches.length; at += RULES * 4) {
    const rules = [];
    for (let rule = at; rule < Math.min(at + RULES * 4, matches.length); rule += 4)
      rules.push({
        matches: matches.slice(rule, Math.min(rule + 4, matches.length)),
        weight: (rule / 4) % 100,
      });
    routes.push(routeOf(`team-${String(at).padStart(6, '0')}`, rules));
  }
  return toText([SERVICE, ...routes]);
}

/** The parameters of a set of rules for the study. */
export interface StudyShape {
  readonly name: string;
  readonly exact: number;
  readonly conditions: number;
}

/** Returns small sets of rules with few names, so that they overlap. */
export function studySet(seed: number, shape: StudyShape): string {
  const next = random(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const rules = Array.from({ length: 3 + Math.floor(next() * 8) }, (_, at) => {
    const match: Match = {
      path: {
        type: next() < shape.exact ? 'Exact' : 'PathPrefix',
        value: pick(['/', '/a', '/a/b', '/a/b/c', '/ab', '/b', '/b/c']),
      },
      ...(next() < shape.conditions ? { method: pick(['GET', 'POST']) } : null),
      ...(next() < shape.conditions
        ? { headers: [{ name: pick(['x-a', 'x-b']), value: pick(['1', '2']) }] }
        : null),
      ...(next() < shape.conditions / 2 ? { queryParams: [{ name: 'q', value: pick(['1', '2']) }] } : null),
    };
    return { matches: [match], weight: at };
  });
  return toText([SERVICE, routeOf('study', rules)]);
}
