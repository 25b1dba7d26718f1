import { useId } from 'react';
import type { EmbedChoices } from '../../../state/links.ts';
import type { SharingTexts } from './texts-en.ts';

interface EmbedChoiceFieldsProps {
  readonly choices: EmbedChoices;
  readonly onChange: (choices: EmbedChoices) => void;
  readonly texts: SharingTexts;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value || null)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The options of the embedded page. */
export function EmbedChoiceFields({ choices, onChange, texts: { choices: texts } }: EmbedChoiceFieldsProps) {
  return (
    <div className="embed-choices">
      <Choice
        label={texts.pane}
        value={choices.pane}
        options={[
          ['', texts.both],
          ['graph', texts.graph],
          ['answer', texts.answer],
        ]}
        onChoose={(pane) => onChange({ ...choices, pane: pane as EmbedChoices['pane'] })}
      />
      <Choice
        label={texts.theme}
        value={choices.theme}
        options={[
          ['', texts.system],
          ['light', texts.light],
          ['dark', texts.dark],
        ]}
        onChoose={(theme) => onChange({ ...choices, theme: theme as EmbedChoices['theme'] })}
      />
      <Choice
        label={texts.language}
        value={choices.language}
        options={[
          ['', texts.system],
          ['en', 'English'],
          ['zh-Hant', '繁體中文'],
          ['zh-Hans', '简体中文'],
        ]}
        onChoose={(language) => onChange({ ...choices, language })}
      />
    </div>
  );
}
