import { SendHorizontal, SlidersHorizontal } from 'lucide-react';
import { type CSSProperties, type FormEvent, lazy, Suspense, useId, useState } from 'react';
import { editRequest, sendRequest } from '../../state/request.ts';
import { needsMore } from '../../state/request-fields.ts';
import { useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { ClientField } from './client-field.tsx';
import { UrlField } from './url-field.tsx';
import { useProblems } from './use-problems.ts';
import './request.css';

const MoreFields = lazy(() => import('./more-fields.tsx'));
const CompareControl = lazy(async () => {
  await firstAnswer();
  return import('./compare-control.tsx');
});

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE'];

function MethodField() {
  const texts = useTexts();
  const id = useId();
  const method = useApp((state) => state.request.method);
  const grpc = useApp((state) => /^grpc:/i.test(state.request.url.trim()));
  const methods = METHODS.includes(method) ? METHODS : [method, ...METHODS];
  return (
    <div className="field">
      <label htmlFor={id}>{texts.request.method}</label>
      <select
        id={id}
        className="input"
        value={grpc ? 'POST' : method}
        disabled={grpc}
        onChange={(event) => editRequest({ method: event.target.value })}
      >
        {methods.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
}

function HeadersField() {
  const texts = useTexts();
  const id = useId();
  const headers = useApp((state) => state.request.headers);
  const problem = useProblems().find((each) => each.field === 'headers');
  const lines = Math.min(8, headers.split('\n').length + 1);
  return (
    <div className="field headers-field" style={{ '--lines': lines } as CSSProperties}>
      <label htmlFor={id}>{texts.request.headers}</label>
      <textarea
        id={id}
        className="input"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        placeholder={texts.request.addHeader}
        title={texts.request.headersHint}
        value={headers}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => editRequest({ headers: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendRequest();
        }}
      />
      {problem && 'line' in problem && (
        <span className="field-problem" id={`${id}-problem`}>
          {texts.request.badHeader(problem.line)}
        </span>
      )}
    </div>
  );
}

/** The form of the synthetic request. Every change updates the answer immediately. */
export function RequestForm() {
  const texts = useTexts();
  const supposing = useApp((state) => needsMore(state.request));
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? supposing;
  const moreId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sendRequest();
  };
  return (
    <form className="request-form" aria-label={texts.request.title} onSubmit={submit} noValidate>
      <ClientField />
      <MethodField />
      <UrlField />
      <HeadersField />
      <div className="request-actions">
        <Suspense fallback={<span className="compare-control" />}>
          <CompareControl />
        </Suspense>
        <button
          type="button"
          className="button"
          data-look="quiet"
          aria-label={texts.request.more}
          aria-expanded={open}
          aria-controls={moreId}
          onClick={() => setOpened(!open)}
        >
          <SlidersHorizontal size={14} aria-hidden />
          <span className="button-label">{texts.request.more}</span>
        </button>
        <button
          type="submit"
          className="button"
          data-look="primary"
          aria-label={texts.request.send}
          title={texts.request.send}
        >
          <SendHorizontal size={14} aria-hidden />
          <span className="wide-only" aria-hidden>
            {texts.request.sendShort}
          </span>
        </button>
      </div>
      <div id={moreId} hidden={!open} className="request-more">
        {open && (
          <Suspense fallback={null}>
            <MoreFields />
          </Suspense>
        )}
      </div>
    </form>
  );
}
