import { useId } from 'react';
import { editRequest } from '../../state/request.ts';
import { useApp } from '../../state/store.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { useProblems } from './use-problems.ts';

function numberIn(text: string, least: number, most: number): number {
  const value = Math.trunc(Number(text));
  return Number.isFinite(value) ? Math.max(least, Math.min(most, value)) : least;
}

/**
 * Fields that most requests do not need: a client outside the mesh, slow or failing backends.
 */
export default function MoreFields() {
  const { request: texts, moreFields: more } = useAllTexts();
  const id = useId();
  const request = useApp((state) => state.request);
  const problems = useProblems();
  const badLatency = problems.some((problem) => problem.field === 'latency');
  const badPod = problems.some((problem) => problem.field === 'podOf');
  const badHeader = problems.find((problem) => problem.field === 'responseHeaders');
  const tls = /^(https|tls):/i.test(request.url.trim());
  const byIngress = request.from.startsWith('gateway:IngressClass/');
  return (
    <div className="more-fields">
      <label className="check">
        <input
          type="checkbox"
          checked={!request.inMesh}
          onChange={(event) => editRequest({ inMesh: !event.target.checked })}
        />
        {more.outsideMesh}
      </label>
      <fieldset>
        <legend className="label">{more.suppose}</legend>
        <div className="request-row">
          <div className="field">
            <label htmlFor={`${id}-latency`}>{more.latency}</label>
            <input
              id={`${id}-latency`}
              className="input"
              placeholder="0ms"
              value={request.latency}
              aria-invalid={badLatency ? true : undefined}
              onChange={(event) => editRequest({ latency: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-times`}>
              {more.failTimes} ({more.times})
            </label>
            <input
              id={`${id}-times`}
              className="input"
              type="number"
              min={0}
              max={100}
              value={request.failTimes}
              onChange={(event) => editRequest({ failTimes: numberIn(event.target.value, 0, 100) })}
            />
          </div>
        </div>
        {badLatency && <span className="field-problem">{texts.problems.latency}</span>}
        {request.failTimes > 0 && (
          <div className="request-row">
            <div className="field">
              <label htmlFor={`${id}-how`}>{more.failHow}</label>
              <select
                id={`${id}-how`}
                className="input"
                value={request.failHow}
                onChange={(event) =>
                  editRequest({ failHow: event.target.value === 'reset' ? 'reset' : 'status' })
                }
              >
                <option value="status">{more.withStatus}</option>
                <option value="reset">{more.withReset}</option>
              </select>
            </div>
            {request.failHow === 'status' && (
              <div className="field">
                <label htmlFor={`${id}-status`}>{more.failStatus}</label>
                <input
                  id={`${id}-status`}
                  className="input"
                  type="number"
                  min={100}
                  max={599}
                  value={request.failStatus}
                  onChange={(event) => editRequest({ failStatus: numberIn(event.target.value, 100, 599) })}
                />
              </div>
            )}
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-response`}>{more.responseHeaders}</label>
          <textarea
            id={`${id}-response`}
            className="input"
            rows={1}
            spellCheck={false}
            placeholder={texts.headersHint}
            value={request.responseHeaders}
            aria-invalid={badHeader ? true : undefined}
            onChange={(event) => editRequest({ responseHeaders: event.target.value })}
          />
          {badHeader && 'line' in badHeader && (
            <span className="field-problem">{texts.badHeader(badHeader.line)}</span>
          )}
        </div>
      </fieldset>
      <div className="request-row">
        <div className="field">
          <label htmlFor={`${id}-pod`}>{more.podOf}</label>
          <input
            id={`${id}-pod`}
            className="input"
            placeholder="namespace/workload"
            spellCheck={false}
            value={request.podOf}
            aria-invalid={badPod ? true : undefined}
            onChange={(event) => editRequest({ podOf: event.target.value })}
          />
          {badPod && <span className="field-problem">{texts.problems.podOf}</span>}
        </div>
        {(tls || request.sni !== '') && (
          <div className="field">
            <label htmlFor={`${id}-sni`}>{more.sni}</label>
            <input
              id={`${id}-sni`}
              className="input"
              spellCheck={false}
              value={request.sni}
              onChange={(event) => editRequest({ sni: event.target.value })}
            />
          </div>
        )}
        {(byIngress || request.clientAddress !== '') && (
          <div className="field">
            <label htmlFor={`${id}-address`}>{more.clientAddress}</label>
            <input
              id={`${id}-address`}
              className="input"
              placeholder="127.0.0.1"
              spellCheck={false}
              value={request.clientAddress}
              onChange={(event) => editRequest({ clientAddress: event.target.value })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
