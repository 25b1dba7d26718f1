import { useDeferredValue } from 'react';
import { graphMarks } from '../../state/graph-marks.ts';
import { useApp } from '../../state/store.ts';
import type { GraphViewProps } from '../graph/graph-view-props.ts';
import GraphView from '../graph/index.tsx';

/** The route graph with marks at dead rules, changed rules and failed tests. */
export default function MarkedGraph(props: Omit<GraphViewProps, 'marks'>) {
  const marks = useDeferredValue(useApp(graphMarks));
  return <GraphView {...props} marks={marks} />;
}
