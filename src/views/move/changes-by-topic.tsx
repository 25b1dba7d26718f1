import type { ConversionChange } from '../../core/convert/conversion-result.ts';
import { CONVERSION_WORDS } from '../../core/convert/words/conversion-words.ts';
import { visible } from '../../core/text/visible.ts';
import { isAdopted } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { ChangeItem } from '../ui/change-item.tsx';
import { type MoveTexts, moveTexts } from './texts.ts';

/** Returns the changes by topic, in their order. */
function byTopic(changes: readonly ConversionChange[]) {
  const topics = new Map<ConversionChange['topic'], ConversionChange[]>();
  for (const change of changes) {
    const known = topics.get(change.topic) ?? [];
    topics.set(change.topic, known);
    known.push(change);
  }
  return [...topics];
}

/** More hosts are only counted. */
const MOST_HOSTS = 4;

/** Returns the hosts of a change. Undefined if the change names its only one. */
function hostsOf({ hosts }: ConversionChange, texts: MoveTexts): string | undefined {
  if (hosts.length < 2) return undefined;
  const named = hosts.slice(0, MOST_HOSTS).map(visible).join(', ');
  return texts.hosts(named, Math.max(0, hosts.length - MOST_HOSTS));
}

/** The changed classes of requests. Their witnesses enter the new Gateway once the result is adopted. */
export function ChangesByTopic({ changes }: { readonly changes: readonly ConversionChange[] }) {
  const language = useApp((state) => state.language);
  const adopted = useApp(isAdopted);
  const texts = moveTexts(language);
  const words = CONVERSION_WORDS[language].topics;
  if (changes.length === 0) return null;
  return (
    <section>
      <h3>
        {texts.changes} <span className="quiet">{changes.length}</span>
      </h3>
      <p className="quiet">{adopted ? texts.afterHint : texts.beforeHint}</p>
      {byTopic(changes).map(([topic, own]) => (
        <section key={topic} className="move-topic" data-topic={topic}>
          <h4>{words[topic]}</h4>
          <ul>
            {own.map((change) => (
              <ChangeItem
                key={JSON.stringify([change.frontend, change.witness])}
                change={adopted ? { ...change, witness: change.witnessAfter } : change}
                heading="h5"
                note={hostsOf(change, texts)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
