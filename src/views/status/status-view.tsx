import { ShieldCheck } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { StatusReport } from '../../core/answers/report-status.ts';
import { visible } from '../../core/text/visible.ts';
import { showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ShowAll } from '../ui/show-all.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import './status.css';

const NO_STATUSES: readonly StatusReport[] = [];
/** More resources are shown only on request. */
const MOST_RESOURCES = 100;

interface Row {
  /** The parent, listener or ancestor of the condition. Empty means the resource itself. */
  readonly about: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

type Parent = NonNullable<StatusReport['parents']>[number];

function parentName({ parentRef }: Parent): string {
  const { kind, namespace, name, sectionName, port } = parentRef;
  return visible(
    `${kind}/${namespace}/${name}${sectionName ? `#${sectionName}` : ''}${port ? `:${port}` : ''}`,
  );
}

/**
 * Returns every condition of a resource, with its parent. `assumed` follows a parent that no manifest
 * declares.
 */
function rowsOf(report: StatusReport, assumed: string): Row[] {
  const rows: Row[] = [];
  const add = (about: string, conditions: StatusReport['conditions']) => {
    for (const condition of conditions ?? []) rows.push({ about, ...condition });
  };
  add('', report.conditions);
  for (const listener of report.listeners ?? []) add(listener.name, listener.conditions);
  for (const parent of [...(report.parents ?? []), ...(report.ancestors ?? [])]) {
    add(`${parentName(parent)}${parent.assumed ? assumed : ''}`, parent.conditions);
  }
  return rows;
}

/** Returns the colour of a condition. `Programmed: False` is bad, and so is `Conflicted: True`. */
function toneOf({ type, status }: Row): 'good' | 'bad' | 'warn' {
  if (status === 'Unknown') return 'warn';
  const negative = /^(Conflicted|OverlappingTLSConfig|PartiallyInvalid|Insecure)/.test(type);
  return (status === 'True') === negative ? 'bad' : 'good';
}

function Differences({ report }: { readonly report: StatusReport }) {
  const { status: texts, marks } = useAllTexts();
  if (report.differences.length === 0) return null;
  return (
    <ul className="status-differences">
      {report.differences.map(({ path, predicted, observed }) => (
        <li key={path}>
          <code>{path}</code>
          {marks.colon + texts.predicted} <code>{predicted ?? texts.nothing}</code>
          {marks.comma + texts.pasted} <code>{observed ?? texts.nothing}</code>
        </li>
      ))}
    </ul>
  );
}

function Resource({ report }: { readonly report: StatusReport }) {
  const { status: texts, marks } = useAllTexts();
  const count = report.differences.length;
  const rows = rowsOf(report, marks.open + texts.assumed + marks.close);
  return (
    <section className="route-table" aria-label={report.resource} data-resource={report.resource}>
      <h3>
        <button type="button" className="link mono" onClick={() => showResource(report.resource)}>
          {visible(report.resource)}
        </button>
        {report.observed && report.predicted && (
          <span className="chip" data-tone={count > 0 ? 'warn' : 'good'}>
            {count > 0 ? texts.differs(count) : texts.agrees}
          </span>
        )}
        {(report.listeners ?? []).map((listener) => (
          <span className="quiet" key={listener.name}>
            {texts.attached(listener.name, listener.attachedRoutes)}
          </span>
        ))}
        {report.addresses !== undefined && (
          <span className="quiet">{texts.addresses(visible(report.addresses.join(', ')))}</span>
        )}
      </h3>
      <Differences report={report} />
      {rows.length > 0 && (
        <div className="table-frame">
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.condition}</th>
                <th scope="col">{texts.value}</th>
                <th scope="col">{texts.reason}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a route can name one parent twice.
                <tr key={at}>
                  <td>
                    {row.type}
                    {row.about !== '' && <small>{row.about}</small>}
                  </td>
                  <td>
                    <span className="chip" data-tone={toneOf(row)}>
                      {row.status}
                    </span>
                  </td>
                  <td>
                    <code>{row.reason}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The conditions that a conformant controller would write, next to the pasted ones. */
export default function StatusView() {
  const texts = useAllTexts().status;
  const statuses = useApp((state) => state.view?.statuses ?? NO_STATUSES);
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);
  const filter = useDeferredValue(wanted.trim().toLowerCase());
  const found = useMemo(
    () =>
      filter === '' ? statuses : statuses.filter(({ resource }) => resource.toLowerCase().includes(filter)),
    [statuses, filter],
  );
  if (statuses.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title={texts.none}>
        <p>{texts.noneText}</p>
      </EmptyState>
    );
  }
  const shown = all ? found : found.slice(0, MOST_RESOURCES);
  return (
    <div className="statuses">
      <p className="quiet">{texts.intro}</p>
      {statuses.length > 4 && (
        <input
          className="input"
          type="search"
          aria-label={texts.filter}
          placeholder={texts.filter}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {shown.map((report) => (
        <Resource key={report.resource} report={report} />
      ))}
      {shown.length < found.length && <ShowAll count={found.length} onShow={() => setAll(true)} />}
    </div>
  );
}
