import { FolderOpen, GitCompareArrows, ShieldCheck } from 'lucide-react';
import { byHarm } from '../../core/answers/change-harm.ts';
import { markBaseline } from '../../state/background-analysis.ts';
import { namesOf, originOf } from '../../state/baseline-origin.ts';
import { sameFiles } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { AnalysisProgress } from '../ui/analysis-progress.tsx';
import { ChangeItem } from '../ui/change-item.tsx';
import { comparedSides } from '../ui/compared-sides.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { changesMarkdown, headline } from './changes-text.ts';
import './changes.css';

/**
 * Lets the user choose files as the previous version. The page has a separate file input for "Open files".
 */
function openBefore(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = '.yaml,.yml,.json';
  input.addEventListener('change', async () => {
    const files = await Promise.all(
      [...(input.files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    if (files.length > 0) markBaseline({ name: namesOf(files), files });
  });
  input.click();
}

/** What is compared, and the choice of other manifests to compare with. */
function Head() {
  const all = useAllTexts();
  const texts = all.changes;
  const { before, after } = comparedSides(useApp(originOf), all);
  const isCompared = useApp((state) => !sameFiles(state.files, state.baseline));
  return (
    <div className="changes-head">
      <p>
        {isCompared && (
          <strong className="changes-compared">
            {before.isName ? <code>{before.text}</code> : before.text} →{' '}
            {after.isName ? <code>{after.text}</code> : after.text}
          </strong>
        )}{' '}
        <span className="quiet">{texts.intro}</span>
      </p>
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
    </div>
  );
}

function Findings() {
  const all = useAllTexts();
  const texts = all.changes;
  const files = useApp((state) => state.files);
  const baseline = useApp((state) => state.baseline);
  const language = useApp((state) => state.language);
  const difference = useApp((state) => state.difference);
  const origin = useApp(originOf);
  const current = useApp((state) => state.difference?.revision === state.revision);
  if (sameFiles(files, baseline)) {
    return (
      <EmptyState icon={GitCompareArrows} title={texts.untouched}>
        <p>{texts.untouchedText}</p>
      </EmptyState>
    );
  }
  if (difference === null) return null;
  const { changes, complete, notSimulated, sampled } = difference.report;
  const isExplained = notSimulated.length > 0 || sampled.length > 0;
  const uncompared = isExplained ? (
    <>
      {notSimulated.length > 0 && <p className="changes-uncompared">{texts.notSimulated(notSimulated)}</p>}
      {sampled.length > 0 && <p className="changes-uncompared">{texts.sampled(sampled)}</p>}
    </>
  ) : null;
  if (changes.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title={complete ? texts.same : texts.open}>
        {complete && <p>{texts.sameText}</p>}
        {uncompared}
      </EmptyState>
    );
  }
  return (
    <div className="changes-list" data-stale={!current || undefined}>
      <p className="changes-count">
        <strong>{headline(changes, all)}</strong> {!complete && !isExplained && texts.incomplete}
        <CopyButton label={texts.copy} text={() => changesMarkdown(changes, origin, all, language)} />
      </p>
      {uncompared}
      {byHarm(changes).map((group) => (
        <section key={group.harm} className="changes-group" data-harm={group.harm}>
          <h3>
            {texts.harms[group.harm]} <span className="quiet">{group.changes.length}</span>
          </h3>
          <ul>
            {group.changes.map((change) => (
              <ChangeItem
                key={JSON.stringify([change.frontend, change.client, change.witness])}
                change={change}
                heading="h4"
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/**
 * Shows the requests that the edit affects: one request for each changed class, or a proof that there is no
 * change.
 */
export default function ChangesView() {
  return (
    <div className="changes-view">
      <Head />
      <AnalysisProgress what="difference" />
      <Findings />
    </div>
  );
}
