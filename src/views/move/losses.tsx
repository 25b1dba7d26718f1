import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Loss } from '../../core/convert/loss.ts';
import { CONVERSION_WORDS } from '../../core/convert/words/conversion-words.ts';
import { lossSentence } from '../../core/convert/words/loss-sentence.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import { visible } from '../../core/text/visible.ts';
import { isAdopted } from '../../state/selectors.ts';
import { goTo } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { SentenceText } from '../ui/sentence-text.tsx';
import { ShowAll } from '../ui/show-all.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { moveTexts } from './texts.ts';
import { useMost } from './use-most.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

function LossItem({ loss }: { readonly loss: Loss }) {
  const { marks } = useAllTexts();
  const words = CONVERSION_WORDS[useApp((state) => state.language)];
  const adopted = useApp(isAdopted);
  const { origin, severity, resource } = loss;
  const Icon = ICONS[severity];
  const place = visible(`${origin.file}:${origin.line}`);
  return (
    <li className="move-loss" data-severity={severity} data-code={loss.why.code}>
      <Icon size={15} aria-hidden />
      <div>
        <p>
          <span className="visually-hidden">{words.severities[severity] + marks.colon}</span>
          <SentenceText sentence={lossSentence(loss, words)} />
        </p>
        <p className="quiet">
          <code>{visible(namespacedNameIn(resource))}</code>{' '}
          {adopted ? (
            <code>{place}</code>
          ) : (
            <button
              type="button"
              className="link"
              onClick={() => goTo(origin.file, origin.line, origin.column)}
            >
              <code>{place}</code>
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

/** A longer list is shown on request. */
const MOST_LOSSES = 12;

/** What the conversion cannot carry over, errors first. */
export function Losses({ losses }: { readonly losses: readonly Loss[] }) {
  const texts = moveTexts(useApp((state) => state.language));
  const [shown, showAll] = useMost(losses, MOST_LOSSES);
  return (
    <section>
      <h3>
        {texts.losses} <span className="quiet">{losses.length}</span>
      </h3>
      {losses.length === 0 ? (
        <p className="quiet">{texts.nothingLost}</p>
      ) : (
        <ul className="move-losses">
          {shown.map((loss) => (
            <LossItem key={JSON.stringify([loss.resource, loss.origin, loss.why])} loss={loss} />
          ))}
        </ul>
      )}
      {showAll && <ShowAll count={losses.length} onShow={showAll} />}
    </section>
  );
}
