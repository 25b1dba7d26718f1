/** The public face of the core: what the worker, the command line, the benchmarks and the tests may use. */

export type { AnalyseOptions, Snapshot } from './pipeline.ts';
export { analyse, collectFindings, decideRequest, traceRequest } from './pipeline.ts';
