import type { ChangedField } from '../core/analysis/questions/changed-fields.ts';
import type { ConversionChange } from '../core/convert/conversion-result.ts';
import { CONVERSION_WORDS } from '../core/convert/words/conversion-words.ts';
import { expectationFields } from '../core/routetest/write-case.ts';
import { mayEdit } from './files.ts';
import { caseOf } from './keep-tests.ts';
import type { Language, Move, TextFile } from './model.ts';
import { isConversionCurrent, moveOf } from './move.ts';
import { isAdopted } from './selectors.ts';
import { store, update } from './store.ts';

/** Name of the file with the kept witnesses. */
export const WITNESS_FILE = 'ingress-today.yaml';

/**
 * Returns a RouteTest with one request for each change of a conversion. It expects the answer of today. The
 * requests enter the controller of the Ingresses (`before`), or the Gateway that takes its place (`after`): then
 * the failed cases are the changes.
 */
export function witnessFile(
  { about, report }: NonNullable<Move['result']>,
  side: 'before' | 'after',
  language: Language,
): TextFile {
  const { topics } = CONVERSION_WORDS[language];
  const profile = about.target ?? about.profile;
  const cases = report.proof.changes.map((change) =>
    caseOf(
      `${topics[change.topic]}: ${change.witness.method} ${change.witness.url}`,
      side === 'before' ? change.witness : change.witnessAfter,
      expectationOf(change, side === 'before' ? report.behindAliases : []),
    ),
  );
  const head =
    'apiVersion: gammascope.dev/v1alpha1\nkind: RouteTest\nmetadata:\n  name: as the Ingresses answer\nspec:\n';
  return {
    name: WITNESS_FILE,
    text: `${head}${profile === 'auto' ? '' : `  profile: ${profile}\n`}  cases:\n${cases.join('')}`,
  };
}

/**
 * Returns what a case expects: the outcome before the conversion, without the route, which has another name.
 * Backends behind an alias are left out, because a trace names the alias.
 */
function expectationOf({ before, fields }: ConversionChange, behindAliases: readonly string[]): object {
  const { route: _, rule: __, role: ___, backends, ...outcome } = expectationFields(before);
  const isAliased = before.backends.some(({ service }) => behindAliases.includes(service ?? ''));
  return {
    ...outcome,
    ...(backends !== undefined && !isAliased && { backends }),
    // A request that reaches no backend has no parts.
    ...expectedParts(before.forwarded === null ? fields.filter(({ field }) => !isOfRequest(field)) : fields),
  };
}

const isOfRequest = (field: string) => field.startsWith('request.');

/** The parts of requests and responses that a case can expect. */
const PART = /^(request|response)\.(path|host|headers)(?:\.(.+))?$/;

interface ExpectedPart {
  readonly headers?: Readonly<Record<string, string>>;
  readonly absentHeaders?: readonly string[];
  readonly path?: string;
  readonly host?: string;
}

function expectedParts(fields: readonly ChangedField[]): Readonly<Record<string, ExpectedPart>> {
  const parts = new Map<string, ExpectedPart>();
  for (const { field, before } of fields) {
    const [, side, part, header] = PART.exec(field) ?? [];
    if (side === undefined || part === undefined) continue;
    const known = parts.get(side) ?? {};
    if (header === undefined) parts.set(side, before === null ? known : { ...known, [part]: before });
    else if (before === null)
      parts.set(side, { ...known, absentHeaders: [...(known.absentHeaders ?? []), header] });
    else parts.set(side, { ...known, headers: { ...known.headers, [header]: before } });
  }
  return Object.fromEntries(parts);
}

/** Adds the witnesses of the changes as a file and shows it. Replaces a file with that name. */
export function keepWitnesses(): void {
  const state = store.getState();
  const { result } = moveOf(state);
  if (!mayEdit() || result === null) return;
  const file = witnessFile(result, isAdopted(state) ? 'after' : 'before', state.language);
  const files = [...state.files.filter(({ name }) => name !== file.name), file];
  update((present) => ({
    files,
    active: file.name,
    tab: 'tests',
    pane: 'manifests',
    // The tests do not change what is converted.
    ...(isConversionCurrent(state) && {
      move: { ...moveOf(present), result: { ...result, about: { ...result.about, files } } },
    }),
  }));
}
