/** The public API of the core, for the worker, the command line, the benchmarks and the tests. */
export { collectFindings } from './answers/collect-findings.ts';
export { presentSnapshot } from './answers/page-view.ts';
export { reportFindings } from './answers/report-findings.ts';
export { reportTables } from './answers/report-tables.ts';
export { runTests } from './answers/run-tests.ts';
export { decideRequest } from './decide-request.ts';
export { explainTrace } from './explain/explain-trace.ts';
export { loadMessages } from './explain/languages.ts';
export {
  analyse,
  indexDocuments,
  readSources,
  traceRequest,
} from './pipeline.ts';
export { GATEWAY_API } from './profile/profile.ts';
export { findProfile } from './profile/profiles.ts';
export type { Snapshot } from './snapshot.ts';
