import type { DialectDrawing } from '../../../../graph/dialect-drawing.ts';
import { compareText } from '../../../../graph/drawing.ts';
import { INGRESS_CLASS } from '../../../../resource/kinds/rare-kinds.ts';
import { compiledClasses } from '../compiled-classes.ts';
import { drawClass } from './draw-class.ts';
import { drawOneIngress } from './draw-one-ingress.ts';
import { entriesByLine } from './entries-by-line.ts';

/** Draws the controller of each class as an entrance, and its Ingresses with what their paths forward to. */
export const drawIngress: DialectDrawing = (drawing, cluster, control) => {
  const classes = compiledClasses(control.compiled.get('ingress-api'));
  const declared = cluster.resourcesOf(INGRESS_CLASS);
  const entries = entriesByLine(control.ir);
  for (const [, served] of [...classes].sort(([a], [b]) => compareText(a, b))) {
    drawClass(drawing, served, declared);
    for (const ingress of [...served.ingresses].sort((a, b) => compareText(a.id, b.id)))
      drawOneIngress(drawing, ingress, served, { declared, entries: entries.get(ingress.id) ?? new Map() });
  }
};
