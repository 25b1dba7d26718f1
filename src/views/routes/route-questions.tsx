import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import { tablesOfClients, tablesReaching, tablesRejecting } from '../../core/answers/filter-tables.ts';
import { rejectedBy } from '../../core/answers/rejection-text.ts';
import type { TableReachReport } from '../../core/answers/report-reach.ts';
import { probeOf } from '../../core/explain/probe.ts';
import { keepAsTests } from '../../state/keep-tests.ts';
import { useApp } from '../../state/store.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

/** A filter of tables and their entries. */
export interface RouteQuestion {
  /** Namespace of the clients. '' means any. */
  readonly from: string;
  /** `ns/name` of the Service that requests reach. '' means any. */
  readonly reaching: string;
  /** Only tables that reject requests. */
  readonly rejected: boolean;
}

export const ANY_QUESTION: RouteQuestion = { from: '', reaching: '', rejected: false };

/** Returns the tables and entries that match a filter. */
export function askTables(
  tables: readonly TableReachReport[],
  { from, reaching, rejected }: RouteQuestion,
): readonly TableReachReport[] {
  let found = tables;
  if (from !== '') found = tablesOfClients(found, from);
  if (reaching !== '') found = tablesReaching(found, reaching);
  return rejected ? tablesRejecting(found) : found;
}

interface RouteQuestionsProps {
  /** All tables, and those that match the filter. */
  readonly tables: readonly TableReachReport[];
  readonly found: readonly TableReachReport[];
  readonly namespaces: readonly string[];
  readonly question: RouteQuestion;
  readonly onAsk: (question: RouteQuestion) => void;
}

/** Filters for the client, the Service and rejected requests, and exports of the result. */
export function RouteQuestions({ tables, found, namespaces, question, onAsk }: RouteQuestionsProps) {
  const texts = useAllTexts().routes;
  const mayEdit = useApp((state) => state.mode === 'edit');
  const services = useMemo(() => servicesOf(tables), [tables]);
  return (
    <div className="route-questions">
      <Choice
        label={texts.from}
        any={texts.anyClient}
        values={namespaces}
        value={question.from}
        onChoose={(from) => onAsk({ ...question, from })}
      />
      <Choice
        label={texts.reaching}
        any={texts.anyService}
        values={services}
        value={question.reaching}
        onChoose={(reaching) => onAsk({ ...question, reaching })}
      />
      <label className="route-check">
        <input
          type="checkbox"
          checked={question.rejected}
          onChange={(event) => onAsk({ ...question, rejected: event.target.checked })}
        />
        {texts.onlyRejected}
      </label>
      <span className="route-tools">
        <CopyButton
          label={texts.probes}
          hint={texts.probesHint}
          text={() => probesOf(found, question.rejected)}
        />
        {mayEdit && (
          <button
            type="button"
            className="button"
            data-size="small"
            title={texts.keepHint}
            onClick={() => keepAsTests(found)}
          >
            <FlaskConical size={13} aria-hidden />
            {texts.keep}
          </button>
        )}
      </span>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, any, values, value, onChoose }: ChoiceProps) {
  return (
    <label className="route-choice">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{any}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

function servicesOf(tables: readonly TableReachReport[]): readonly string[] {
  const services = new Set<string>();
  for (const { entries } of tables)
    for (const { action } of entries) for (const { service } of action.backends ?? []) services.add(service);
  return [...services].sort();
}

/** Returns a shell script with one request for each entry and for each kind of rejected request. */
function probesOf(tables: readonly TableReachReport[], onlyRejected: boolean): string {
  return tables
    .flatMap(({ frontend, entries, noMatch }) => [
      ...(onlyRejected ? [] : entries).flatMap(({ witness, route, rule, match }) =>
        witness === null ? [] : probeOf(witness, `${frontend}: ${route} rule ${rule} match ${match}`),
      ),
      ...noMatch.requests.flatMap(({ witness }) => probeOf(witness, rejectedBy(frontend, noMatch))),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
