import { ListTree } from 'lucide-react';
import { Fragment, useDeferredValue, useMemo, useState } from 'react';
import type { EntryReachReport, TableReachReport } from '../../core/answers/report-reach.ts';
import type { EntryReport, TableReport } from '../../core/answers/report-tables.ts';
import { formatResourceId, namespacedNameIn } from '../../core/ids/ids.ts';
import { readListenerId } from '../../core/ids/listener-ids.ts';
import { readServicePortId } from '../../core/ids/read-service-port-id.ts';

import { visible } from '../../core/text/visible.ts';
import { currentReach } from '../../state/selectors.ts';
import { goTo, openPlace, select, showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { AnalysisProgress } from '../ui/analysis-progress.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RoleChip } from '../ui/role-chip.tsx';
import { ShowAll } from '../ui/show-all.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { ReachRow } from './reach-row.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { ANY_QUESTION, askTables, RouteQuestions } from './route-questions.tsx';
import './routes.css';

type AnyTable = TableReport | TableReachReport;

const NO_TABLES: readonly TableReport[] = [];
const NO_CLIENTS: readonly { readonly namespace: string }[] = [];
/** More tables are shown only on request. */
const MOST_TABLES = 40;
const MOST_ENTRIES = 100;
const OPERATORS: Readonly<Record<EntryReport['conditions'][number]['op'], string>> = {
  exact: '=',
  'path-prefix': '⊃',
  regex: '~',
  'host-suffix': '*',
  prefix: '⊐',
  present: '∃',
  subnet: '∈',
};

function Conditions({ entry }: { readonly entry: EntryReport }) {
  const texts = useAllTexts().routes;
  const telling = entry.conditions.filter(({ op, value }) => !(op === 'path-prefix' && value === '/'));
  if (telling.length === 0) return <span className="quiet">{texts.anything}</span>;
  return (
    <ul>
      {telling.map(({ on, op, value, negated }) => (
        <li key={on + op + value}>
          <span className="quiet">{visible(on)}</span>{' '}
          <code title={op}>
            {op === 'path-prefix'
              ? visible(`${value}${value.endsWith('/') ? '' : '/'}…`)
              : visible(`${negated === true ? '¬' : ''}${OPERATORS[op]} ${value}`)}
          </code>
        </li>
      ))}
    </ul>
  );
}

function Goal({ entry }: { readonly entry: EntryReport }) {
  const texts = useAllTexts().routes;
  const { backends, redirect, status } = entry.action;
  if (redirect) return <code>{`${redirect.status} → ${redirect.hostname ?? '…'}`}</code>;
  if (status !== undefined) return <code>{status ?? '–'}</code>;
  const total = (backends ?? []).reduce((sum, each) => sum + each.weight, 0);
  if (!backends || backends.length === 0) return <span className="quiet">{texts.nothing}</span>;
  return (
    <ul>
      {backends.map(({ service, port, weight }) => (
        <li key={`${service}:${port} ${weight}`}>
          <button type="button" className="link mono" onClick={() => showResource(`Service/${service}`)}>
            {`${service}${port === null ? '' : `:${port}`}`}
          </button>
          {backends.length > 1 && total > 0 && ` ${Math.round((weight / total) * 1000) / 10}%`}
        </li>
      ))}
    </ul>
  );
}

type Entry = EntryReport | EntryReachReport;

/**
 * Opens an entry in the editor. Its lines count within its document until its reach is known, and then within
 * its file.
 */
function openEntry(entry: Entry): void {
  select(entry.route);
  if ('reach' in entry) goTo(entry.origin.file, entry.origin.line, entry.origin.column);
  else openPlace(entry.origin);
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly order: number;
}

function EntryRow({ entry, order }: EntryRowProps) {
  const texts = useAllTexts().flow;
  return (
    <tr>
      <td className="numeric">{order}</td>
      <td>
        <Conditions entry={entry} />
      </td>
      <td>
        <Goal entry={entry} />
      </td>
      <td>
        <button type="button" className="link" title={visible(entry.route)} onClick={() => openEntry(entry)}>
          <code>{visible(namespacedNameIn(entry.route))}</code>
        </button>
        <small>{entry.ruleName === null ? texts.rule(entry.rule) : visible(entry.ruleName)}</small>
      </td>
    </tr>
  );
}

/** Returns the Service, Gateway or ListenerSet of a frontend. */
function ownerOf(frontend: string): string {
  const listener = readListenerId(frontend);
  return listener === null
    ? `Service/${readServicePortId(frontend).service}`
    : formatResourceId(listener.kind, listener.namespace, listener.name);
}

/** Returns true when an entry belongs to a route with that name, or forwards to a Service with that name. */
function says({ route, action }: Entry, filter: string): boolean {
  return (
    route.toLowerCase().includes(filter) ||
    (action.backends ?? []).some(({ service }) => service.toLowerCase().includes(filter))
  );
}

/** Returns the key of an entry's row. A listener has one entry of a match for each of its hostnames. */
function rowKey({ route, rule, match, conditions }: Entry): string {
  return `${route} ${rule} ${match} ${conditions.find(({ on }) => on === 'host')?.value ?? ''}`;
}

interface TableProps {
  readonly table: AnyTable;
  /** Position of each entry in its table, from 1. Entries that a filter leaves out also count. */
  readonly places: ReadonlyMap<Entry, number>;
}

function Table({ table, places }: TableProps) {
  const texts = useAllTexts().routes;
  const [all, setAll] = useState(false);
  const clients = table.clients.includes('*')
    ? texts.everyOther
    : table.clients.map((namespace) => texts.clientsOf(namespace)).join(', ');
  const rows: readonly Entry[] = table.entries;
  const entries = all ? rows : rows.slice(0, MOST_ENTRIES);
  return (
    <section className="route-table" aria-label={`${table.frontend}, ${clients}`}>
      <h3>
        <button type="button" className="link mono" onClick={() => showResource(ownerOf(table.frontend))}>
          {table.frontend}
        </button>
        <RoleChip role={table.scope.role} />
        <span className="quiet">{clients}</span>
      </h3>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.order}</th>
              <th scope="col">{texts.conditions}</th>
              <th scope="col">{texts.action}</th>
              <th scope="col">{texts.route}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Fragment key={rowKey(entry)}>
                <EntryRow entry={entry} order={places.get(entry) ?? 0} />
                {'reach' in entry && <ReachRow entry={entry} />}
              </Fragment>
            ))}
            <RejectedRows noMatch={table.noMatch} />
          </tbody>
        </table>
        {entries.length < table.entries.length && (
          <ShowAll count={table.entries.length} onShow={() => setAll(true)} />
        )}
      </div>
    </section>
  );
}

/**
 * The effective route table of each Service port and group of clients, in order of precedence. Once the
 * analysis is complete, it also shows the requests that can reach each entry, and the tables of listeners.
 */
export default function RoutesView() {
  const texts = useAllTexts().routes;
  const plain = useApp((state) => state.view?.tables ?? NO_TABLES);
  const reach = useApp(currentReach);
  const clients = useApp((state) => state.view?.clients ?? NO_CLIENTS);
  const namespaces = useMemo(() => clients.map(({ namespace }) => namespace), [clients]);
  const [question, setQuestion] = useState(ANY_QUESTION);
  const asked = useMemo(() => reach && askTables(reach.tables, question), [reach, question]);
  const tables: readonly AnyTable[] = reach?.tables ?? plain;
  const places = useMemo(
    () =>
      new Map(tables.flatMap(({ entries }) => entries.map((entry, at): [Entry, number] => [entry, at + 1]))),
    [tables],
  );
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);
  const filter = useDeferredValue(wanted.trim().toLowerCase());
  const found = useMemo(() => {
    const answered: readonly AnyTable[] = asked ?? tables;
    if (filter === '') return answered;
    return answered.filter(
      ({ frontend, entries }) =>
        frontend.toLowerCase().includes(filter) ||
        (entries as readonly Entry[]).some((entry) => says(entry, filter)),
    );
  }, [asked, tables, filter]);
  if (tables.length === 0) {
    return (
      <EmptyState icon={ListTree} title={texts.none}>
        <p>{texts.noneText}</p>
      </EmptyState>
    );
  }
  const shown = all ? found : found.slice(0, MOST_TABLES);
  return (
    <div className="routes">
      <AnalysisProgress what="reach" />
      {reach !== null && asked !== null && (
        <RouteQuestions
          tables={reach.tables}
          found={asked}
          namespaces={namespaces}
          question={question}
          onAsk={setQuestion}
        />
      )}
      {tables.length > 3 && (
        <input
          className="input"
          type="search"
          aria-label={texts.filter}
          placeholder={texts.filter}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {shown.map((table) => (
        <Table
          key={`${table.frontend} ${table.scope.role} ${table.scope.namespace}`}
          table={table}
          places={places}
        />
      ))}
      {found.length === 0 && (
        <p className="quiet" role="status">
          {question.rejected && filter === '' ? texts.nothingRejected : texts.noneFound}
        </p>
      )}
      {shown.length < found.length && <ShowAll count={found.length} onShow={() => setAll(true)} />}
    </div>
  );
}
