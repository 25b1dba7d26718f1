import { Check, Download, FlaskConical } from 'lucide-react';
import { useId } from 'react';
import type { ConversionReport } from '../../core/convert/report-conversion.ts';
import { AUTO } from '../../core/profile/profile-names.ts';
import { PROFILES } from '../../core/profile/profiles.ts';
import { adoptConversion, CONVERTED_FILE } from '../../state/adopt-conversion.ts';
import { saveText } from '../../state/downloads.ts';
import { keepWitnesses } from '../../state/keep-witnesses.ts';
import { isConversionCurrent, moveOf, updateMove } from '../../state/move.ts';
import { isAdopted } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { moveTexts } from './texts.ts';

/** The choice of the target and the name of the GatewayClass. */
export function MoveChoices({ report }: { readonly report: ConversionReport | null }) {
  const texts = moveTexts(useApp((state) => state.language));
  const { target, gatewayClass } = useApp(moveOf);
  const followed = useApp((state) => state.view?.semantics.profile ?? AUTO);
  const id = useId();
  // The class that the conversion chose.
  const chosen = /^ {2}gatewayClassName: (.*)$/m.exec(report?.documents[0] ?? '')?.[1] ?? '';
  return (
    <>
      <label className="move-choice" title={texts.targetHint}>
        <span>{texts.target}</span>
        <select
          className="input"
          value={target ?? followed}
          onChange={(event) => updateMove({ target: event.target.value })}
        >
          {Object.keys(PROFILES).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <span className="move-choice">
        <label htmlFor={id}>{texts.gatewayClass}</label>
        <input
          id={id}
          className="input"
          value={gatewayClass}
          placeholder={chosen}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => updateMove({ gatewayClass: event.target.value })}
        />
      </span>
    </>
  );
}

/** What can be done with a conversion: adopt it, download it, keep its witnesses. */
export function MoveActions({ report }: { readonly report: ConversionReport }) {
  const texts = moveTexts(useApp((state) => state.language));
  const mayEdit = useApp((state) => state.mode === 'edit');
  const adopted = useApp(isAdopted);
  const current = useApp(isConversionCurrent);
  const { documents, proof, entrances } = report;
  const converted = entrances.reduce((sum, { ingresses }) => sum + ingresses.length, 0);
  return (
    <div className="move-actions">
      {mayEdit && !adopted && documents.length > 0 && (
        <button
          type="button"
          className="button"
          data-look="primary"
          data-size="small"
          title={texts.adoptHint}
          disabled={!current}
          onClick={() => adoptConversion(texts.adoptTitle(converted))}
        >
          <Check size={13} aria-hidden />
          {texts.adopt}
        </button>
      )}
      {documents.length > 0 && (
        <button
          type="button"
          className="button"
          data-size="small"
          onClick={() => saveText(documents.join('---\n'), CONVERTED_FILE, 'application/yaml')}
        >
          <Download size={13} aria-hidden />
          {texts.download}
        </button>
      )}
      {mayEdit && proof.changes.length > 0 && (
        <button
          type="button"
          className="button"
          data-size="small"
          title={texts.keepHint}
          onClick={keepWitnesses}
        >
          <FlaskConical size={13} aria-hidden />
          {texts.keep}
        </button>
      )}
    </div>
  );
}
