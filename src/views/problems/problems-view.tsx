import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FindingReport } from '../../core/explain/finding-report.ts';
import { allFindings, type SeverityCounts, severityCounts } from '../../state/selectors.ts';
import { goTo } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { CodeText } from '../ui/code-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FixPanel } from '../ui/fix-panel.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import './problems.css';

type Severity = FindingReport['severity'];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};
/** More items are shown only on request. */
const MOST_ITEMS = 200;

function Related({ finding }: { readonly finding: FindingReport }) {
  const texts = useAllTexts().problems;
  if (finding.related.length === 0) return null;
  return (
    <ul className="problem-related" aria-label={texts.related}>
      {finding.related.map(({ message, origin }) => (
        <li key={`${message} ${origin.file} ${origin.line} ${origin.column}`}>
          <button
            type="button"
            className="link"
            onClick={() => goTo(origin.file, origin.line, origin.column)}
          >
            <CodeText text={message} />
          </button>{' '}
          <small>
            {origin.file}:{origin.line}
          </small>
        </li>
      ))}
    </ul>
  );
}

function ProblemItem({ finding }: { readonly finding: FindingReport }) {
  const { problems: texts, marks } = useAllTexts();
  const [fix, setFix] = useState<number | null>(null);
  const Icon = ICONS[finding.severity];
  const { file, line, column } = finding.origin;
  const chosen = fix === null ? undefined : finding.fixes[fix];
  return (
    <li className="problem" data-code={finding.code} data-severity={finding.severity}>
      <button type="button" className="problem-main" onClick={() => goTo(file, line, column)}>
        <span className="problem-icon">
          <Icon size={15} aria-hidden />
          <span className="visually-hidden">{texts.severities[finding.severity] + marks.colon}</span>
        </span>
        <span className="problem-text">
          <span>
            <CodeText text={finding.message} />
          </span>
          <small>
            <code>{finding.code}</code>
            {` · ${texts.line(line, column)}`}
            {finding.origin.resource !== null && (
              <>
                {' · '}
                <bdi>{finding.origin.resource}</bdi>
              </>
            )}
          </small>
        </span>
      </button>
      <Related finding={finding} />
      {finding.fixes.length > 0 && fix === null && (
        <div className="problem-fixes">
          {finding.fixes.map((each, at) => (
            <button
              key={each.title}
              type="button"
              className="button"
              data-size="small"
              onClick={() => setFix(at)}
            >
              {texts.fix + marks.colon}
              <CodeText text={each.title} />
            </button>
          ))}
        </div>
      )}
      {chosen && <FixPanel fix={chosen} onClose={() => setFix(null)} />}
    </li>
  );
}

interface FilterProps {
  readonly counts: SeverityCounts;
  readonly hidden: ReadonlySet<Severity>;
  readonly onToggle: (severity: Severity) => void;
}

function Filter({ counts, hidden, onToggle }: FilterProps) {
  const texts = useAllTexts().problems;
  return (
    <fieldset className="problem-filter">
      <legend className="visually-hidden">{texts.filter}</legend>
      {SEVERITIES.map((severity) => {
        const Icon = ICONS[severity];
        return (
          <button
            key={severity}
            type="button"
            className="button"
            data-size="small"
            data-look="quiet"
            data-level={severity}
            aria-pressed={!hidden.has(severity)}
            onClick={() => onToggle(severity)}
          >
            <Icon size={13} aria-hidden />
            {texts.counts[severity]?.(counts[severity])}
          </button>
        );
      })}
    </fieldset>
  );
}

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Returns findings by severity: files are ordered by their most severe finding, and so are the findings
 * within each file.
 */
function inOrderOfWeight(findings: readonly FindingReport[]): readonly FindingReport[] {
  const worst = new Map<string, number>();
  for (const { severity, origin } of findings) {
    const known = worst.get(origin.file) ?? WEIGHTS.info;
    worst.set(origin.file, Math.min(known, WEIGHTS[severity]));
  }
  // Files with the same severity keep their order, and so do findings.
  const files = [...worst.keys()];
  const place = new Map(files.map((file, at) => [file, at]));
  const rank = ({ origin: { file } }: FindingReport) =>
    (worst.get(file) ?? 0) * files.length + (place.get(file) ?? 0);
  return [...findings].sort((a, b) => rank(a) - rank(b) || WEIGHTS[a.severity] - WEIGHTS[b.severity]);
}

/** All findings about the manifests, by file. */
export default function ProblemsView() {
  const { problems: texts, flow, moreProblems } = useAllTexts();
  const findings = useApp(allFindings);
  const documents = useApp((state) => state.view?.documents ?? 0);
  const counts = useApp(severityCounts);
  const more = useApp(({ view }) => {
    const { error = 0, warning = 0, info = 0 } = view?.findingsLeftOut ?? {};
    return error + warning + info;
  });
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [all, setAll] = useState(false);
  const shown = useMemo(
    () => inOrderOfWeight(findings.filter((finding) => !hidden.has(finding.severity))),
    [findings, hidden],
  );
  const files = useMemo(() => {
    const grouped = new Map<string, FindingReport[]>();
    for (const finding of all ? shown : shown.slice(0, MOST_ITEMS)) {
      const list = grouped.get(finding.origin.file);
      if (list) list.push(finding);
      else grouped.set(finding.origin.file, [finding]);
    }
    return [...grouped];
  }, [shown, all]);
  const toggle = (severity: Severity) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  return (
    <section className="problems" aria-label={texts.title}>
      {findings.length === 0 ? (
        <EmptyState icon={CircleCheck} title={texts.none}>
          <p>{texts.noneText(documents)}</p>
        </EmptyState>
      ) : (
        <>
          <Filter counts={counts} hidden={hidden} onToggle={toggle} />
          {shown.length === 0 && <p className="problems-none">{texts.noneShown}</p>}
          {files.map(([file, list]) => (
            <div key={file} className="problem-file">
              <h3>{file}</h3>
              <ul>
                {list.map((finding, at) => (
                  <ProblemItem
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same finding can be made twice at one place.
                    key={`${finding.code} ${finding.origin.path} ${at}`}
                    finding={finding}
                  />
                ))}
              </ul>
            </div>
          ))}
          {more > 0 && <p className="problems-none">{moreProblems(more)}</p>}
          {!all && shown.length > MOST_ITEMS && (
            <button
              type="button"
              className="button problems-all"
              data-look="quiet"
              data-size="small"
              onClick={() => setAll(true)}
            >
              {flow.showAll(shown.length)}
            </button>
          )}
        </>
      )}
    </section>
  );
}
