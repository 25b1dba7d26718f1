import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { MaskedPlace } from '../../../share/mask.ts';
import { goTo, showPane } from '../../../state/show.ts';
import type { SharingTexts } from './texts-en.ts';

/** The dialog shows no more places than this. */
const MOST_SHOWN = 100;

interface MaskedPlacesProps {
  readonly places: readonly MaskedPlace[];
  /** True when the user includes the values in the link. */
  readonly included: boolean;
  readonly onInclude: (include: boolean) => void;
  /** Called when the user goes to one of the places. */
  readonly onLeave: () => void;
  readonly texts: SharingTexts;
}

/** The values that the links replace, their places, and the option to include them. */
export function MaskedPlaces({ places, included, onInclude, onLeave, texts }: MaskedPlacesProps) {
  const id = useId();
  const go = ({ at }: MaskedPlace) => {
    onLeave();
    if (at.in === 'file') goTo(at.file, at.line, at.column);
    else showPane('request');
  };
  const Icon = included ? TriangleAlert : ShieldCheck;
  return (
    <section className="masked" data-included={included || undefined} aria-label={texts.places}>
      <p className="masked-head">
        <Icon size={15} aria-hidden />
        {included ? texts.included(places.length) : texts.masked(places.length)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <ul tabIndex={0} aria-label={texts.places}>
        {places.slice(0, MOST_SHOWN).map((place) => {
          const { at } = place;
          const where =
            at.in === 'file' ? texts.line(at.file, at.line) : texts.inRequest(texts.fields[at.field]);
          return (
            <li key={JSON.stringify(place)}>
              <button type="button" className="link" onClick={() => go(place)}>
                {where}
              </button>
              <span className="quiet">
                {texts.secretKinds[place.kind]} <bdi>{place.name}</bdi>
              </span>
            </li>
          );
        })}
        {places.length > MOST_SHOWN && <li className="quiet">{texts.more(places.length - MOST_SHOWN)}</li>}
      </ul>
      <label className="masked-choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={included}
          onChange={(event) => onInclude(event.target.checked)}
        />
        {texts.include}
      </label>
    </section>
  );
}
