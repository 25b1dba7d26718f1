import { memo } from 'react';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import { visible } from '../../core/text/visible.ts';
import { outlineOf, wayTexts } from './outline-text.ts';
import type { GraphTexts } from './texts-en.ts';

interface GraphOutlineProps {
  readonly graph: GraphModel;
  readonly way: TraceWay | null;
  readonly texts: GraphTexts;
}

/** The graph as nested lists, for users who do not see the drawing. */
export const GraphOutline = memo(function GraphOutline({ graph, way, texts }: GraphOutlineProps) {
  const taken = wayTexts(graph, way, texts);
  return (
    <section className="visually-hidden" aria-label={texts.outline}>
      {taken.length > 0 && (
        <>
          <p>{texts.onTrace}</p>
          <ul>
            {taken.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <ul>
        {outlineOf(graph, way, texts).map(({ namespace, nodes }) => (
          <li key={namespace}>
            {namespace !== '' && `${texts.kinds.namespace} ${visible(namespace)}`}
            <ul>
              {nodes.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
});
