import type { Trace } from '../ir/trace.ts';

/** Returns the Service that step 3 identifies (`ns/name`), else the host of the URL. */
export function serviceOf(trace: Trace): string {
  const step = trace.steps.find((each) => each.step === 3);
  return step?.step === 3 && step.service !== null ? step.service : trace.request.host;
}
