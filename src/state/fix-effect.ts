import type { DifferenceReport } from '../core/answers/report-difference.ts';
import { AnalysisClient } from '../worker/analysis-client.ts';
import { createAnalysisWorker } from './background-analysis.ts';
import type { TextFile } from './model.ts';
import { sourcesOf } from './selectors.ts';

/**
 * Asks in a separate thread which requests an edit of the files changes. Returns a function that cancels the
 * question.
 */
export function askEffect(
  before: readonly TextFile[],
  after: readonly TextFile[],
  profile: string,
  onAnswer: (report: DifferenceReport) => void,
): () => void {
  const client = new AnalysisClient(createAnalysisWorker, (answer) => {
    if (answer.kind === 'difference') onAnswer(answer.difference);
    if (answer.kind !== 'progress') client.close();
  });
  client.ask({
    kind: 'difference',
    before: sourcesOf(before),
    after: sourcesOf(after),
    profile,
    clusterDomain: 'cluster.local',
  });
  return () => client.close();
}
