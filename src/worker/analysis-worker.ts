import { reachFindings } from '../core/answers/reach-findings.ts';
import { reportDifference } from '../core/answers/report-difference.ts';
import { reportFindings } from '../core/answers/report-findings.ts';
import { reportReach } from '../core/answers/report-reach.ts';
import { analyseReach, type Progress } from '../core/answers/table-reach.ts';
import { loadFindingProse } from '../core/explain/load-finding-prose.ts';
import { provideLibraries } from '../core/libraries.ts';
import { analyse } from '../core/pipeline.ts';
import { AUTO } from '../core/profile/profile-names.ts';
import { findProfile, findProfileChoice } from '../core/profile/profiles.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Source } from '../core/text/source.ts';
import { underOneProfile } from '../core/under-one-profile.ts';
import type { AnalysisAnswer, AnalysisQuestion } from './analysis-protocol.ts';

/**
 * The thread for questions over all requests. They can take long, and the page can end the thread without
 * losing anything.
 */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<AnalysisQuestion>) => void) | null;
  postMessage(message: AnalysisAnswer): void;
};

provideLibraries();

let last: Snapshot | undefined;

function load(sources: readonly Source[], question: AnalysisQuestion): Snapshot {
  const profile = findProfileChoice(question.profile);
  // The same texts in another language: the results remain valid.
  const asked = last?.semantics.chosen === AUTO ? AUTO : last?.profile;
  const isSame = asked === profile && last?.clusterDomain === question.clusterDomain;
  if (last && isSame && sameSources(last.sources, sources)) return last;
  return analyse(sources, {
    clusterDomain: question.clusterDomain,
    ...(profile ? { profile } : null),
    ...(last ? { previous: last } : null),
  });
}

function sameSources(before: readonly Source[], after: readonly Source[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ file, text }, at) => file === after[at]?.file && text === after[at]?.text)
  );
}

/** The interval of progress reports, in milliseconds. */
const PAUSE = 100;

async function answer(question: AnalysisQuestion): Promise<AnalysisAnswer> {
  const { ticket } = question;
  if (question.kind === 'difference') {
    const [before, after] = underOneProfile(load(question.before, question), load(question.after, question));
    last = after;
    return { kind: 'difference', ticket, difference: reportDifference(before, last) };
  }
  const snapshot = load(question.sources, question);
  last = snapshot;
  if (question.kind === 'conversion') {
    const { reportConversion } = await import('../core/convert/report-conversion.ts');
    const { target, gatewayClass } = question;
    const profile = target === null ? null : findProfile(target);
    const options = { ...(profile && { profile }), ...(gatewayClass !== null && { gatewayClass }) };
    return { kind: 'conversion', ticket, conversion: reportConversion(snapshot, options) };
  }
  let told = performance.now();
  const progress: Progress = (done, total) => {
    if (performance.now() - told < PAUSE) return;
    told = performance.now();
    scope.postMessage({ kind: 'progress', ticket, done, total });
  };
  analyseReach(snapshot, progress);
  await loadFindingProse(question.language);
  const findings = reportFindings(reachFindings(snapshot), snapshot, question.language);
  return { kind: 'reach', ticket, tables: reportReach(snapshot), findings };
}

/** The page asks one question at a time. It ends a thread that is still busy with an older one. */
scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage(await answer(data));
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    scope.postMessage({ kind: 'crashed', ticket: data.ticket, message });
  }
};
