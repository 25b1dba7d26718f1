import { ArrowDown, CornerDownLeft, FolderOpen, GitCompareArrows, ShieldCheck } from 'lucide-react';
import type { Outcome } from '../../core/ir/trace.ts';
import type { ChangeReport } from '../../core/report-difference.ts';
import { takeWitness } from '../../state/request.ts';
import { sameFiles } from '../../state/selectors.ts';
import { showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { markBaseline } from '../../state/study.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { StudyProgress } from '../ui/study-progress.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';
import './changes.css';

const GOOD: ReadonlySet<Outcome['kind']> = new Set([
  'forwarded',
  'passed-through',
  'redirected',
  'responded',
]);

function Side({ word, outcome }: { readonly word: string; readonly outcome: Outcome }) {
  const { outcome: kinds, changes: texts } = useTexts();
  const { kind, status, route, rule, redirect, backends, timeouts } = outcome;
  const shares = backends.map(({ service, port, share }) =>
    share === 1 ? `${service}:${port}` : `${service}:${port} (${Math.round(share * 1000) / 10} %)`,
  );
  return (
    <div className="change-side">
      <dt>{word}</dt>
      <dd>
        <span className="chip" data-tone={GOOD.has(kind) ? 'good' : 'bad'}>
          {kinds.kinds[kind]}
          {status !== null && ` ${status}`}
        </span>{' '}
        {redirect !== null && <code>{texts.redirect(redirect.location)}</code>}
        {shares.length > 0 && <code>{texts.shares(shares.join(', '))}</code>}
        {timeouts?.request !== undefined && <span className="quiet"> {texts.timeout(timeouts.request)}</span>}
        {route !== null && (
          <button type="button" className="link" onClick={() => showResource(route)}>
            <code>{`${route.split('/').slice(1).join('/')} #${rule ?? 0}`}</code>
          </button>
        )}
      </dd>
    </div>
  );
}

function Change({ change }: { readonly change: ChangeReport }) {
  const { changes: texts, routes } = useTexts();
  const { frontend, client, witness, before, after } = change;
  const clients =
    witness.gateway !== undefined
      ? texts.everyClient
      : client === '*'
        ? routes.everyOther
        : routes.clientsOf(client);
  return (
    <li className="change">
      <h3>
        <code>{frontend}</code> <span className="quiet">{clients}</span>
      </h3>
      <p className="change-witness">
        <code>{`${witness.method} ${witness.url}`}</code>
        {witness.headers.map(([name, value]) => (
          <code key={name + value}>{`${name}: ${value}`}</code>
        ))}
        <button
          type="button"
          className="button"
          data-size="small"
          data-look="quiet"
          onClick={() => takeWitness(witness)}
        >
          <CornerDownLeft size={12} aria-hidden />
          {routes.tryIt}
        </button>
      </p>
      <dl>
        <Side word={texts.before} outcome={before} />
        <ArrowDown className="change-arrow" size={14} aria-hidden />
        <Side word={texts.after} outcome={after} />
      </dl>
    </li>
  );
}

/** Asks for files and takes them as the version before. The page keeps one file input of its own, "Open files". */
function openBefore(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = '.yaml,.yml,.json';
  input.addEventListener('change', async () => {
    const files = await Promise.all(
      [...(input.files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    if (files.length > 0) markBaseline(files);
  });
  input.click();
}

/** Chooses what the manifests are compared with. */
function Baseline() {
  const texts = useTexts().changes;
  return (
    <p className="changes-tools">
      <button type="button" className="button" data-size="small" onClick={openBefore}>
        <FolderOpen size={13} aria-hidden />
        {texts.openBefore}
      </button>
      <button
        type="button"
        className="button"
        data-size="small"
        title={texts.marked}
        onClick={() => markBaseline()}
      >
        <GitCompareArrows size={13} aria-hidden />
        {texts.mark}
      </button>
    </p>
  );
}

function Findings() {
  const texts = useTexts().changes;
  const files = useApp((state) => state.files);
  const baseline = useApp((state) => state.baseline);
  const difference = useApp((state) => state.difference);
  const current = useApp((state) => state.difference?.revision === state.revision);
  if (sameFiles(files, baseline)) {
    return (
      <EmptyState icon={GitCompareArrows} title={texts.untouched}>
        <p>{texts.untouchedText}</p>
      </EmptyState>
    );
  }
  if (difference === null) return null;
  const { changes, complete } = difference.report;
  if (changes.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title={complete ? texts.same : texts.open}>
        {complete && <p>{texts.sameText}</p>}
      </EmptyState>
    );
  }
  return (
    <div className="changes-list" data-stale={!current || undefined}>
      <p className="changes-count">
        <strong>{texts.count(changes.length)}</strong> {!complete && texts.incomplete}
      </p>
      <ul>
        {changes.map((change) => (
          <Change key={JSON.stringify([change.frontend, change.client, change.witness])} change={change} />
        ))}
      </ul>
    </div>
  );
}

/** Which requests the edit treats differently: one request for each class that changes, or a proof that none does. */
export default function ChangesView() {
  const texts = useTexts().changes;
  return (
    <div className="changes-view">
      <p className="quiet">{texts.intro}</p>
      <Baseline />
      <StudyProgress />
      <Findings />
    </div>
  );
}
