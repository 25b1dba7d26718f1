import { useEffect, useState } from 'react';
import type { TableReachReport } from '../../core/answers/report-reach.ts';
import type { SuiteReport } from '../../core/routetest/report.ts';
import type { Answer } from '../../state/model.ts';
import type { GutterMark } from '../editor/editor-view-props.ts';
import type { Texts } from '../ui/texts/en.ts';

/** Returns the marks of the editor's margin. Their code is loaded after the page. See gutter-marks.ts. */
export function useGutterMarks(
  answer: Answer | null,
  suites: readonly SuiteReport[] | undefined,
  tables: readonly TableReachReport[] | undefined,
  texts: Texts,
): readonly GutterMark[] {
  const [marks, setMarks] = useState<readonly GutterMark[]>([]);
  useEffect(() => {
    let current = true;
    import('./gutter-marks.ts').then(
      (part) =>
        part.loadGutterMarks(answer, suites ?? [], tables ?? [], texts, (loaded) => {
          if (current) setMarks(loaded);
        }),
      // Without this code the margin has no marks.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [answer, suites, tables, texts]);
  return marks;
}
