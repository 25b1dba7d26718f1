import { type ComponentType, useDeferredValue } from 'react';
import { originOf } from '../../state/baseline-origin.ts';
import { graphMarks } from '../../state/graph-marks.ts';
import { useApp } from '../../state/store.ts';
import type { GraphViewProps } from '../graph/graph-view-props.ts';
import { comparedSides } from '../ui/compared-sides.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

/** Returns the route graph with marks at dead rules, changed rules and failed tests. */
export function withMarks(Graph: ComponentType<GraphViewProps>) {
  return function MarkedGraph(props: Omit<GraphViewProps, 'marks' | 'comparedWith'>) {
    const marks = useDeferredValue(useApp(graphMarks));
    const texts = useAllTexts();
    const origin = useApp(originOf);
    return <Graph {...props} marks={marks} comparedWith={comparedSides(origin, texts).before.text} />;
  };
}
