/** The public face of the core: what the worker, the command line, the benchmarks and the tests may use. */
export { collectFindings } from './collect-findings.ts';
export { explainTrace } from './explain/explain-trace.ts';
export { loadMessages } from './explain/languages.ts';
export {
  analyse,
  decideRequest,
  indexDocuments,
  readSources,
  traceRequest,
} from './pipeline.ts';
export { presentSnapshot } from './present.ts';
export { findProfile, GATEWAY_API } from './profile/profile.ts';
export { reportFindings } from './report-findings.ts';
export { reportTables } from './report-tables.ts';
export { runTests } from './run-tests.ts';
export type { Snapshot } from './snapshot.ts';
