import { type ComponentType, useDeferredValue } from 'react';
import { graphMarks } from '../../state/graph-marks.ts';
import { useApp } from '../../state/store.ts';
import type { GraphViewProps } from '../graph/graph-view-props.ts';

/** Returns the route graph with marks at dead rules, changed rules and failed tests. */
export function withMarks(Graph: ComponentType<GraphViewProps>) {
  return function MarkedGraph(props: Omit<GraphViewProps, 'marks'>) {
    const marks = useDeferredValue(useApp(graphMarks));
    return <Graph {...props} marks={marks} />;
  };
}
