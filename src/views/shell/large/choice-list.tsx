import { useId, useState } from 'react';
import type { LargeTexts } from './texts-en.ts';

/** Something to open: a namespace or a file. */
export interface Choice {
  readonly name: string;
  readonly documents: number;
  readonly bytes: number;
}

/** Returns a size in MB with one decimal. */
export function inMB(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** A longer list has a field that filters it. */
const MOST_UNFILTERED = 12;

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly texts: LargeTexts;
}

/** A list of things to open, each with its size. */
export function ChoiceList({ label, choices, chosen, onChoose, texts }: ChoiceListProps) {
  const id = useId();
  const [filter, setFilter] = useState('');
  const shown = choices.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()));
  const toggle = (name: string) => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    onChoose(next);
  };
  return (
    <>
      {choices.length > MOST_UNFILTERED && (
        <input
          className="input"
          type="search"
          aria-label={texts.filter}
          placeholder={texts.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <fieldset className="large-list" aria-label={label}>
        {shown.map(({ name, documents, bytes }, at) => (
          <div key={name} className="large-choice">
            <input
              id={`${id}-${at}`}
              type="checkbox"
              checked={chosen.has(name)}
              aria-describedby={`${id}-${at}-size`}
              onChange={() => toggle(name)}
            />
            <label htmlFor={`${id}-${at}`}>
              <bdi>{name}</bdi>
            </label>
            <small id={`${id}-${at}-size`}>{texts.counts(documents, inMB(bytes))}</small>
          </div>
        ))}
        {shown.length === 0 && <p className="quiet">{texts.nothingHere}</p>}
      </fieldset>
    </>
  );
}
