import type { ConversionReport } from '../../core/convert/report-conversion.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import { visible } from '../../core/text/visible.ts';
import { isAdopted } from '../../state/selectors.ts';
import { showResource } from '../../state/show.ts';
import { useApp } from '../../state/store.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ShowAll } from '../ui/show-all.tsx';
import { DocumentDetails } from './document-details.tsx';
import { nameOfDocument } from './name-of-document.ts';
import { moveTexts } from './texts.ts';
import { useMost } from './use-most.ts';

/** A longer list is shown on request. */
const MOST_DOCUMENTS = 30;

/** On a narrow screen the texts are above the changes, so all of them start closed. */
const hasColumns = () => matchMedia('(min-width: 900px)').matches;

interface TextsProps {
  readonly report: ConversionReport;
}

/** The Ingresses as written. */
export function SourceTexts({ report: { sources, entrances } }: TextsProps) {
  const texts = moveTexts(useApp((state) => state.language));
  const adopted = useApp(isAdopted);
  const [shown, showAll] = useMost(sources, MOST_DOCUMENTS);
  const converted = new Set(entrances.flatMap(({ ingresses }) => ingresses));
  return (
    <section className="move-column" aria-label={texts.source}>
      <h3>
        {texts.source} <span className="quiet">{sources.length}</span>
      </h3>
      {shown.map(({ id, text }, at) => (
        <DocumentDetails
          key={id}
          open={at === 0 && hasColumns()}
          text={text}
          label={visible(id)}
          summary={
            <>
              <code>{visible(namespacedNameIn(id))}</code>
              {!converted.has(id) && <span className="chip">{texts.notConverted}</span>}
            </>
          }
        >
          {!adopted && (
            <button type="button" className="link" onClick={() => showResource(id)}>
              {texts.go}
            </button>
          )}
        </DocumentDetails>
      ))}
      {showAll && <ShowAll count={sources.length} onShow={showAll} />}
    </section>
  );
}

/** The new resources. */
export function ResultTexts({ report: { documents } }: TextsProps) {
  const [shown, showAll] = useMost(documents, MOST_DOCUMENTS);
  const texts = moveTexts(useApp((state) => state.language));
  return (
    <section className="move-column" aria-label={texts.result}>
      <h3>
        {texts.result} <span className="quiet">{documents.length}</span>
        {documents.length > 0 && <CopyButton label={texts.copy} text={() => documents.join('---\n')} />}
      </h3>
      {shown.map((text, at) => {
        const { kind, name } = nameOfDocument(text);
        return (
          <DocumentDetails
            key={`${kind} ${name}`}
            open={at === 0 && hasColumns()}
            text={text}
            label={visible(`${kind} ${name}`)}
            summary={
              <>
                <span className="quiet">{visible(kind)}</span> <code>{visible(name)}</code>
              </>
            }
          />
        );
      })}
      {showAll && <ShowAll count={documents.length} onShow={showAll} />}
    </section>
  );
}
