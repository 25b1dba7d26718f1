import {
  CircleCheck,
  CircleMinus,
  CircleX,
  CornerDownRight,
  FlaskConical,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import type { CaseReport, ConditionReport, Difference, SuiteReport } from '../../core/routetest/report.ts';
import { own } from '../../core/text/own.ts';
import { visible } from '../../core/text/visible.ts';
import { requestOfCase } from '../../state/ask-trace.ts';
import { goTo } from '../../state/show.ts';
import { notify, useApp } from '../../state/store.ts';
import { takeRequest } from '../../state/take-request.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ShowAll } from '../ui/show-all.tsx';
import type { Texts } from '../ui/texts/en.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import './tests.css';

type Verdict = 'ok' | 'failed' | 'skipped';

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  ok: CircleCheck,
  failed: CircleX,
  skipped: CircleMinus,
};
/** Parts of a case for which a report has a sentence instead of an expected value. */
const IN_WORDS: ReadonlySet<string> = new Set(['suite', 'request', 'redirect']);
const NO_SUITES: readonly SuiteReport[] = [];
/** More cases are shown only on request. */
const MOST_CASES = 200;

function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  const { tests: texts, marks } = useAllTexts();
  const Icon = ICONS[verdict];
  const word = { ok: texts.ok, failed: texts.notOk, skipped: texts.skippedWord }[verdict];
  return (
    <span className="verdict" data-verdict={verdict} title={word}>
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">{word + marks.colon}</span>
    </span>
  );
}

/**
 * Returns an expected or actual value as text. A sentence of the report is returned in the page's language.
 */
function printValue(path: string, value: unknown, texts: Texts['tests']): string {
  if (value === undefined || value === null) return texts.nothing;
  if (typeof value !== 'string') return JSON.stringify(value);
  const said =
    IN_WORDS.has(path) && Object.hasOwn(texts.values, value) ? own(texts.values, value) : undefined;
  return said ?? visible(value);
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { tests: texts, marks } = useAllTexts();
  if (differences.length === 0) return null;
  return (
    <dl className="differences">
      {differences.map(({ path, expected, actual }) => (
        <div key={path}>
          <dt>
            <code>{path}</code>
          </dt>
          <dd>
            {texts.expected} <code data-side="expected">{printValue(path, expected, texts)}</code>
            {marks.comma}
            {texts.actual} <code data-side="actual">{printValue(path, actual, texts)}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface CaseItemProps {
  readonly suite: SuiteReport;
  readonly index: number;
  readonly report: CaseReport;
}

function CaseItem({ suite, index, report }: CaseItemProps) {
  const { tests: texts, marks } = useAllTexts();
  const use = async () => {
    const request = await requestOfCase(suite.file, suite.name, index);
    if (request) takeRequest(request);
    else notify({ name: 'case-without-request' });
  };
  return (
    <li className="case" data-ok={report.ok}>
      <div className="case-line">
        <VerdictIcon verdict={report.ok ? 'ok' : 'failed'} />
        <button
          type="button"
          className="case-name"
          title={texts.go}
          onClick={() => goTo(suite.file, report.line, 1)}
        >
          {visible(report.name)}
        </button>
        <button
          type="button"
          className="button"
          data-look="quiet"
          data-size="small"
          aria-label={`${texts.use}${marks.colon}${report.name}`}
          title={texts.use}
          onClick={() => void use()}
        >
          <CornerDownRight size={13} aria-hidden />
          {texts.use}
        </button>
      </div>
      {report.notSimulated !== undefined && (
        <p className="case-uncertain">{texts.uncertain(report.notSimulated.join(marks.comma))}</p>
      )}
      <Differences differences={report.differences} />
    </li>
  );
}

function ConditionItem({ report }: { readonly report: ConditionReport }) {
  const verdict = report.skipped ? 'skipped' : report.ok ? 'ok' : 'failed';
  const texts = useAllTexts().tests;
  return (
    <li className="case" data-ok={report.ok}>
      <div className="case-line">
        <VerdictIcon verdict={verdict} />
        <span className="case-name-plain">
          <code>{report.resource}</code> {report.type}
        </span>
        {report.skipped && <small>{texts.skippedWord}</small>}
      </div>
      <Differences differences={report.differences} />
    </li>
  );
}

function Suite({ suite }: { readonly suite: SuiteReport }) {
  const texts = useAllTexts().tests;
  const [all, setAll] = useState(false);
  const failed =
    suite.cases.filter((each) => !each.ok).length +
    suite.conditions.filter((each) => !each.ok && !each.skipped).length;
  const passed =
    suite.cases.filter((each) => each.ok).length + suite.conditions.filter((each) => each.ok).length;
  const skipped = suite.conditions.filter((each) => each.skipped).length;
  return (
    <section className="suite" aria-label={suite.name}>
      <h3>
        <button type="button" className="link" onClick={() => goTo(suite.file, suite.line, 1)}>
          {suite.name}
        </button>
        <span className="suite-counts">
          {failed > 0 && (
            <span className="chip" data-tone="bad">
              {texts.failed(failed)}
            </span>
          )}
          {passed > 0 && (
            <span className="chip" data-tone="good">
              {texts.passed(passed)}
            </span>
          )}
          {skipped > 0 && <span className="chip">{texts.skipped(skipped)}</span>}
        </span>
      </h3>
      <ul>
        {(all ? suite.cases : suite.cases.slice(0, MOST_CASES)).map((each, at) => (
          <CaseItem key={`${each.name} ${each.line}`} suite={suite} index={at} report={each} />
        ))}
      </ul>
      {!all && suite.cases.length > MOST_CASES && (
        <ShowAll count={suite.cases.length} onShow={() => setAll(true)} />
      )}
      {suite.conditions.length > 0 && (
        <>
          <h4>{texts.conditions}</h4>
          <ul>
            {suite.conditions.map((each, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one resource can have many conditions of one type.
              <ConditionItem key={at} report={each} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The results of the bundle's RouteTest documents. */
export default function TestsView() {
  const texts = useAllTexts().tests;
  const suites = useApp((state) => state.view?.suites ?? NO_SUITES);
  if (suites.length === 0) {
    return (
      <EmptyState icon={FlaskConical} title={texts.none}>
        <p>{texts.noneText}</p>
      </EmptyState>
    );
  }
  return (
    <div className="tests">
      {suites.map((suite) => (
        <Suite key={`${suite.file} ${suite.line}`} suite={suite} />
      ))}
    </div>
  );
}
