import { ListTree } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { EntryReport, TableReport } from '../../core/report-tables.ts';
import { openPlace, select, showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RoleChip } from '../ui/role-chip.tsx';
import { ShowAll } from '../ui/show-all.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import './routes.css';

const NO_TABLES: readonly TableReport[] = [];
/** More than this are shown on request only. */
const MOST_TABLES = 40;
const MOST_ENTRIES = 100;
const OPERATORS: Readonly<Record<string, string>> = {
  exact: '=',
  'path-prefix': '⊃',
  regex: '~',
  'host-suffix': '*',
};

function Conditions({ entry }: { readonly entry: EntryReport }) {
  const texts = useTexts().routes;
  const telling = entry.conditions.filter(({ op, value }) => !(op === 'path-prefix' && value === '/'));
  if (telling.length === 0) return <span className="quiet">{texts.anything}</span>;
  return (
    <ul>
      {telling.map(({ on, op, value }) => (
        <li key={on + op + value}>
          <span className="quiet">{on}</span>{' '}
          <code title={op}>
            {op === 'path-prefix'
              ? `${value}${value.endsWith('/') ? '' : '/'}…`
              : `${OPERATORS[op] ?? op} ${value}`}
          </code>
        </li>
      ))}
    </ul>
  );
}

function Goal({ entry }: { readonly entry: EntryReport }) {
  const texts = useTexts().routes;
  const { backends, redirect } = entry.action;
  if (redirect) return <code>{`${redirect.status} → ${redirect.hostname ?? '…'}`}</code>;
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

function EntryRow({ entry, order }: { readonly entry: EntryReport; readonly order: number }) {
  const texts = useTexts().flow;
  const [, namespace = '', name = ''] = entry.route.split('/');
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
        <button
          type="button"
          className="link"
          title={entry.route}
          onClick={() => {
            select(entry.route);
            openPlace(entry.origin);
          }}
        >
          <code>{`${namespace}/${name}`}</code>
        </button>
        <small>{entry.ruleName ?? texts.rule(entry.rule)}</small>
      </td>
    </tr>
  );
}

function Table({ table }: { readonly table: TableReport }) {
  const texts = useTexts().routes;
  const [all, setAll] = useState(false);
  const clients = table.clients.includes('*')
    ? texts.everyOther
    : table.clients.map((namespace) => texts.clientsOf(namespace)).join(', ');
  const entries = all ? table.entries : table.entries.slice(0, MOST_ENTRIES);
  return (
    <section className="route-table" aria-label={`${table.frontend}, ${clients}`}>
      <h3>
        <button
          type="button"
          className="link mono"
          onClick={() => showResource(`Service/${table.frontend.replace(/:\d+$/, '')}`)}
        >
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
            {entries.map((entry, at) => (
              <EntryRow key={`${entry.route} ${entry.rule} ${entry.match}`} entry={entry} order={at + 1} />
            ))}
            <tr className="otherwise">
              <td />
              <td>{texts.otherwise}</td>
              <td colSpan={2}>{texts.rejected(table.noMatch.status)}</td>
            </tr>
          </tbody>
        </table>
        {entries.length < table.entries.length && (
          <ShowAll count={table.entries.length} onShow={() => setAll(true)} />
        )}
      </div>
    </section>
  );
}

/** The effective route table of each Service port and group of clients, in order of precedence. */
export function RoutesView() {
  const texts = useTexts().routes;
  const tables = useApp((state) => state.view?.tables ?? NO_TABLES);
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);
  const filter = useDeferredValue(wanted.trim().toLowerCase());
  const found = useMemo(
    () =>
      filter === ''
        ? tables
        : tables.filter(
            ({ frontend, entries }) =>
              frontend.toLowerCase().includes(filter) ||
              entries.some((entry) => entry.route.toLowerCase().includes(filter)),
          ),
    [tables, filter],
  );
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
        <Table key={`${table.frontend} ${table.scope.role} ${table.scope.namespace}`} table={table} />
      ))}
      {shown.length < found.length && <ShowAll count={found.length} onShow={() => setAll(true)} />}
    </div>
  );
}
