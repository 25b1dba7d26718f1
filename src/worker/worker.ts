import { pageTrace } from '../core/answers/candidate-page.ts';
import { presentFirst, type SnapshotView } from '../core/answers/page-first-view.ts';
import { provideClusterPatcher } from '../core/cluster/cluster-patcher.ts';
import { providePassedOverReader } from '../core/control/dialects/gateway-api/attach/passed-over-reader.ts';
import { provideMeshRules } from '../core/control/dialects/gateway-api/compile/mesh-rules.ts';
import { provideGatewayCompiler } from '../core/control/dialects/gateway-api/gateways/gateway-compiler.ts';
import { providePolicyReader } from '../core/control/dialects/gateway-api/policies/policy-reader.ts';
import { provideGatewayRules } from '../core/control/gateway-rules.ts';
import { provideInfluenceReader } from '../core/control/not-simulated/influence-reader.ts';
import { provideAttempts } from '../core/dataplane/attempts-player.ts';
import { provideFilterRunner } from '../core/dataplane/filters.ts';
import { provideHostFinders } from '../core/dataplane/host-finders.ts';
import { provideSuggester } from '../core/dataplane/name-suggester.ts';
import { provideRareEnds } from '../core/dataplane/rare-ends.ts';
import { provideRivalsNoter } from '../core/dataplane/rivals-noter.ts';
import { provideChoices } from '../core/dataplane/with-choices.ts';
import { provideInfluenceNotes } from '../core/dataplane/with-influences.ts';
import { provideActingPolicies } from '../core/dataplane/with-policies.ts';
import { FORWARDED_MESSAGES_EN, type ForwardedMessages } from '../core/explain/en/forwarded-messages.ts';
import { explainTrace } from '../core/explain/explain-trace.ts';
import { type ExplainLanguage, loadMessages } from '../core/explain/languages.ts';
import { loadFindingProse } from '../core/explain/load-finding-prose.ts';
import { provideEnglish } from '../core/explain/rare-messages.ts';
import { provideRareSentences } from '../core/explain/rare-sentences.ts';
import type { TraceWay } from '../core/graph/graph-model.ts';
import { provideProblemCodes } from '../core/manifest/problem.ts';
import { analyse, traceRequest } from '../core/pipeline.ts';
import { findProfileChoice } from '../core/profile/profiles.ts';
import { provideDocumentChecks } from '../core/resource/document-checks.ts';
import { provideFilterDecoder } from '../core/resource/kinds/gateway-api/filter-decoder.ts';
import { provideKustomizationReader } from '../core/resource/kustomization-reader.ts';
import { provideRareDocuments } from '../core/resource/rare-documents.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { type Engine, EngineMissing } from '../core/text/engine-missing.ts';
import { provideMapPatcher } from '../core/text/map-patcher.ts';
import { diffView } from './diff-view.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The analysis thread. It parses, compiles and simulates, and keeps the last snapshot. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};

let texts = new Map<string, string>();
let snapshot: Snapshot | undefined;
let view: SnapshotView | undefined;
let revision = -1;
/** The module that makes whole views, loaded after the first answer. */
let present: typeof import('../core/answers/page-view.ts') | null = null;

/** The way through a graph that has not been drawn yet. */
const NO_WAY: TraceWay = { nodes: [], edges: [], stages: [] };

/** Questions whose code is in the first download. */
type Plain = Extract<ToWorker, { kind: 'analyse' | 'trace' }>;
/** Questions whose code is loaded on first use. */
type Later = Exclude<ToWorker, Plain>;

/** The interval of progress reports, in milliseconds. */
const PAUSE = 100;
let told = 0;

function tellProgress(done: number, total: number): void {
  if (performance.now() - told < PAUSE) return;
  told = performance.now();
  scope.postMessage({ kind: 'progress', done, total });
}

function answer(message: Plain, messages: ForwardedMessages): FromWorker {
  if (message.kind === 'analyse') {
    revision = message.revision;
    const sources = message.sources.map(({ file, text }) => ({ file, text: text ?? texts.get(file) ?? '' }));
    texts = new Map(sources.map(({ file, text }) => [file, text]));
    const profile = findProfileChoice(message.profile);
    told = performance.now();
    snapshot = analyse(sources, {
      clusterDomain: message.clusterDomain,
      ...(profile ? { profile } : null),
      ...(snapshot ? { previous: snapshot } : null),
      onProgress: tellProgress,
    });
    const documents = snapshot.documents.length;
    tellProgress(documents, documents);
    return newView(snapshot, message.language);
  }
  if (!snapshot || !view) throw new Error('asked before the first text');
  const trace = traceRequest(snapshot, message.request);
  return {
    kind: 'trace',
    ticket: message.ticket,
    revision,
    answer: pageTrace(explainTrace(trace, messages)),
    way: present?.wayOf(trace, view.graph) ?? NO_WAY,
  };
}

/** Returns the view of a snapshot as the changes since the last view. */
function newView(of: Snapshot, language: ExplainLanguage): FromWorker {
  const before = view ?? null;
  view = present?.presentSnapshot(of, language) ?? presentFirst(of);
  return { kind: 'snapshot', revision, patch: diffView(before, view) };
}

async function answerLater(message: Later): Promise<FromWorker> {
  if (!snapshot) throw new Error('asked before the first text');
  switch (message.kind) {
    case 'whole-view':
      present = await import('../core/answers/page-view.ts');
      await provideEdits();
      return newView(snapshot, message.language);
    case 'case-request': {
      present = await import('../core/answers/page-view.ts');
      const { ticket, file, suite, index } = message;
      return { kind: 'case-request', ticket, request: present.requestOfCase(snapshot, file, suite, index) };
    }
    case 'near-misses': {
      const { nearMisses } = await import('../core/answers/near-misses.ts');
      const { ticket, request, most } = message;
      return { kind: 'near-misses', ticket, revision, misses: nearMisses(snapshot, request, most) };
    }
    case 'cures': {
      const { reportCures } = await import('../core/answers/cures.ts');
      const { ticket, request, language } = message;
      return { kind: 'cures', ticket, revision, cures: reportCures(snapshot, request, language) };
    }
    case 'node-edits': {
      const { reportNodeEdits } = await import('../core/answers/node-edits.ts');
      const { ticket, question, language } = message;
      const edits = reportNodeEdits(snapshot, question, language, await loadMessages(language));
      return { kind: 'node-edits', ticket, revision, edits };
    }
    case 'resource-text': {
      const { resourceText } = await import('../core/answers/resource-text.ts');
      const { ticket, resource } = message;
      return { kind: 'resource-text', ticket, text: resourceText(snapshot, resource) };
    }
    case 'candidates': {
      const { candidatesBetween } = await import('../core/answers/more-of-trace.ts');
      const { ticket, request, from, to } = message;
      return {
        kind: 'candidates',
        ticket,
        revision,
        candidates: candidatesBetween(snapshot, request, from, to),
      };
    }
    case 'comparison': {
      const { compareRequests } = await import('../core/answers/more-of-trace.ts');
      const { ticket, requests } = message;
      return { kind: 'comparison', ticket, revision, difference: compareRequests(snapshot, requests) };
    }
    case 'editor': {
      const { answerEditor } = await import('../core/answers/answer-editor.ts');
      const { ticket, question } = message;
      return { kind: 'editor', ticket, revision, answer: answerEditor(snapshot, question) };
    }
    default:
      return message satisfies never;
  }
}

/** Loads an engine that only some answers need. */
async function provide(engine: Engine, language: ExplainLanguage): Promise<void> {
  switch (engine) {
    case 'words of findings':
      return loadFindingProse(language);
    case 'what is not simulated': {
      const { influencesOf } = await import('../core/control/not-simulated/influences.ts');
      const { influencesOn } = await import('../core/dataplane/influences-on.ts');
      provideInfluenceReader(influencesOf);
      return provideInfluenceNotes(influencesOn);
    }
    case 'routes that are passed over': {
      const { readPassedOver } = await import(
        '../core/control/dialects/gateway-api/attach/passed-over-routes.ts'
      );
      return providePassedOverReader(readPassedOver);
    }
    case 'kustomizations': {
      const { KUSTOMIZATIONS } = await import('../core/resource/kustomization.ts');
      return provideKustomizationReader(KUSTOMIZATIONS);
    }
    case 'definitions of rare kinds':
      await import('../core/resource/kinds/rare-kind-definitions.ts');
      return;
    case 'Gateways': {
      const { GATEWAY_COMPILER } = await import(
        '../core/control/dialects/gateway-api/gateways/compile-gateways.ts'
      );
      const { gatewayUnderProfile } = await import('../core/control/gateway-under-profile.ts');
      provideGatewayRules(gatewayUnderProfile);
      return provideGatewayCompiler(GATEWAY_COMPILER);
    }
    case 'problems of documents': {
      const { PROBLEM_CODES } = await import('../core/manifest/problem-codes.ts');
      const { checkCharacters } = await import('../core/resource/deceiving-characters.ts');
      const { kindlessProblem } = await import('../core/resource/kindless.ts');
      provideProblemCodes(PROBLEM_CODES);
      const { OBJECT_PROBLEMS } = await import('../core/resource/object-problems.ts');
      const { VIOLATIONS } = await import('../core/resource/violations.ts');
      const { kustomizationProblem, skipDocument } = await import('../core/resource/skipped-files.ts');
      const { attachedPolicy } = await import('../core/resource/attached-policy.ts');
      provideRareDocuments({ attachedPolicy, kustomizationProblem, skipDocument });
      return provideDocumentChecks({
        checkCharacters,
        kindlessProblem,
        objectProblems: OBJECT_PROBLEMS,
        violations: VIOLATIONS,
      });
    }
    case 'filters': {
      const { decodeFilters } = await import('../core/resource/kinds/gateway-api/decode-filters.ts');
      const { runFilters } = await import('../core/dataplane/apply-filters.ts');
      provideFilterDecoder(decodeFilters);
      provideFilterRunner(runFilters);
      // A route with filters needs them next.
      return provide('rules of a mesh', language);
    }
    case 'rules of a mesh': {
      const { MESH_RULES } = await import('../core/control/dialects/gateway-api/compile/all-mesh-rules.ts');
      return provideMeshRules(MESH_RULES);
    }
    case 'notes on rivals':
      return provideRivalsNoter((await import('../core/dataplane/notes-on-rivals.ts')).notesOnRivals);
    case 'attempts':
      return provideAttempts((await import('../core/dataplane/attempts.ts')).playAttempts);
    case 'similar names':
      return provideSuggester((await import('../core/dataplane/did-you-mean.ts')).didYouMean);
    case 'rare ways': {
      const { HOST_FINDERS, RARE_ENDS } = await import('../core/dataplane/all-rare-ways.ts');
      provideHostFinders(HOST_FINDERS);
      return provideRareEnds(RARE_ENDS);
    }
    case 'rare sentences':
      provideRareSentences((await import('../core/explain/explain-rare.ts')).RARE_SENTENCES);
      return provideEnglish(await loadMessages('en'));
    case 'policies': {
      const { attachPolicies } = await import(
        '../core/control/dialects/gateway-api/policies/attach-policies.ts'
      );
      const { actingPolicies } = await import('../core/dataplane/acting-policies.ts');
      providePolicyReader(attachPolicies);
      return provideActingPolicies(actingPolicies);
    }
    case 'choices of a profile':
      return provideChoices((await import('../core/dataplane/choices.ts')).choicesOn);
    case 'Istio':
    case 'Ingress':
    case 'access policies':
    case 'regular expression':
    case 'difficult documents':
      return (await import('../core/libraries.ts')).provideLibraries();
    default:
      return engine satisfies never;
  }
}

/** Provides what makes the analysis of an edit fast. The first answer does not need it. */
async function provideEdits(): Promise<void> {
  provideClusterPatcher((await import('../core/cluster/patch-cluster.ts')).patchCluster);
  provideMapPatcher((await import('../core/text/patched-map.ts')).patchedMap);
}

/** A longer text is not read again for each missing engine: all engines are loaded before it is read. */
const LONG = 100_000;

function isLong(message: ToWorker): boolean {
  return (
    message.kind === 'analyse' &&
    message.sources.reduce((sum, { text }) => sum + (text?.length ?? 0), 0) > LONG
  );
}

/** Answers a message. If an engine is missing, loads it and answers again. */
async function answerWithEngines(message: ToWorker): Promise<FromWorker> {
  const language = message.kind === 'trace' ? message.language : 'en';
  const messages = language === 'en' ? FORWARDED_MESSAGES_EN : await loadMessages(language);
  const fetched = new Set<Engine>();
  if (isLong(message)) await provide('difficult documents', language);
  for (;;) {
    try {
      if (message.kind === 'analyse' || message.kind === 'trace') return answer(message, messages);
      return await answerLater(message);
    } catch (error) {
      if (!(error instanceof EngineMissing) || fetched.has(error.engine)) throw error;
      fetched.add(error.engine);
      await provide(error.engine, 'language' in message ? message.language : 'en');
    }
  }
}

/** Processes one message after another. While an engine loads, later messages wait. */
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  queue = queue.then(async () => {
    try {
      scope.postMessage(await answerWithEngines(data));
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      scope.postMessage({ kind: 'crashed', revision, message: text });
    }
  });
};
scope.postMessage({ kind: 'ready' });
