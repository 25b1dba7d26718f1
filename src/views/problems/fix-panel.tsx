import { useMemo } from 'react';
import type { FindingReport } from '../../core/explain/finding-report.ts';
import { applyFix } from '../../state/files.ts';
import { useApp } from '../../state/store.ts';
import { previewEdits } from '../../state/text-edits.ts';
import { CodeText } from '../ui/code-text.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';

const MOST_LINES = 60;
const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

interface FixPanelProps {
  readonly fix: FindingReport['fixes'][number];
  readonly onClose: () => void;
}

/** What a fix changes, line by line, before it is applied. */
export function FixPanel({ fix, onClose }: FixPanelProps) {
  const texts = useTexts().problems;
  const files = useApp((state) => state.files);
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
        {texts.preview}: <CodeText text={fix.title} />
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
      <div className="problem-fixes">
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
        <button type="button" className="button" data-look="quiet" data-size="small" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
