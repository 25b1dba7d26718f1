import { useEffect, useMemo, useState } from 'react';
import type { DifferenceReport } from '../../core/answers/report-difference.ts';
import type { FindingReport } from '../../core/explain/finding-report.ts';
import { applyFix } from '../../state/apply-fix.ts';
import { askEffect } from '../../state/fix-effect.ts';
import { useApp } from '../../state/store.ts';
import { applyToFiles, previewEdits } from '../../state/text-edits.ts';
import { ChangeItem } from './change-item.tsx';
import { CodeText } from './code-text.tsx';
import { useAllTexts } from './texts/use-all-texts.ts';
import './fix-panel.css';

const MOST_LINES = 60;
const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

interface FixPanelProps {
  readonly fix: FindingReport['fixes'][number];
  readonly onClose: () => void;
}

/** The panel only counts the classes of requests beyond this number. */
const MOST_CHANGES = 2;

/** The effect of a fix on requests. Empty while it is not known. */
function Effect({ fix }: { readonly fix: FixPanelProps['fix'] }) {
  const texts = useAllTexts().changes;
  const files = useApp((state) => state.files);
  const profile = useApp((state) => state.profile);
  const [report, setReport] = useState<DifferenceReport | null>(null);
  useEffect(() => {
    setReport(null);
    const after = applyToFiles(files, fix.edits);
    return after === null ? undefined : askEffect(files, after, profile, setReport);
  }, [fix, files, profile]);
  if (report === null) return null;
  const { changes, complete } = report;
  if (changes.length === 0) return <p className="fix-effect">{complete ? texts.same : texts.open}</p>;
  return (
    <div className="fix-effect">
      <p>{texts.count(changes.length)}</p>
      <ul>
        {changes.slice(0, MOST_CHANGES).map((change) => (
          <ChangeItem
            key={JSON.stringify([change.frontend, change.client, change.witness])}
            change={change}
          />
        ))}
      </ul>
    </div>
  );
}

/** The changes of a fix, by line and for requests, before the user applies it. */
export function FixPanel({ fix, onClose }: FixPanelProps) {
  const { problems: texts, marks } = useAllTexts();
  const files = useApp((state) => state.files);
  const mayEdit = useApp((state) => state.mode === 'edit');
  const previews = useMemo(() => {
    const names = [...new Set(fix.edits.map((edit) => edit.file))];
    return names.map((name) => ({
      name,
      lines: previewEdits(
        files.find((file) => file.name === name)?.text ?? '',
        fix.edits.filter((edit) => edit.file === name),
      ).slice(0, MOST_LINES),
    }));
  }, [fix, files]);
  return (
    <div className="fix">
      <p className="label">
        {texts.preview + marks.colon}
        <CodeText text={fix.title} />
      </p>
      {previews.map(({ name, lines }) => (
        <pre key={name} className="fix-preview" title={name}>
          {lines.map((line) => (
            <span key={`${line.kind} ${line.line}`} data-kind={line.kind}>
              <i>{line.line}</i>
              {SIGNS[line.kind]} {line.text}
              {'\n'}
            </span>
          ))}
        </pre>
      ))}
      <Effect fix={fix} />
      <div className="problem-fixes">
        {mayEdit && (
          <button
            type="button"
            className="button"
            data-look="primary"
            data-size="small"
            onClick={() => {
              applyFix(fix.title, fix.edits);
              onClose();
            }}
          >
            {texts.apply}
          </button>
        )}
        <button type="button" className="button" data-look="quiet" data-size="small" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
