import type { MeshIR } from '../ir/mesh-ir.ts';
import type { MeshProxy, ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { FollowedTrace, Step } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import type { Profile } from '../profile/profile.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Arrival } from './arrival.ts';
import type { Draft } from './draft.ts';
import type { Walk } from './walk.ts';

type Won = Extract<Walk, { end: 'entry' }>;
type Notes = readonly TraceNote[];

/**
 * The parts of traces other than those of requests that a consumer or producer route forwards. See
 * trace-without-winner.ts.
 */
export interface RareEnds {
  trace(walked: Exclude<Walk, { end: 'entry' }>, draft: Draft): FollowedTrace;
  identify(arrival: Arrival, proxy: ProxyConfig): Extract<Step, { step: 3 }>;
  stepsToGateway(gateway: NonNullable<SimRequest['gateway']>): Step[];
  notesOnGateway(walked: Walk, asked: SimRequest, ir: MeshIR): Notes;
  notesOnDestination(
    arrival: Arrival,
    request: SimRequest,
    proxy: MeshProxy,
    ir: MeshIR,
    profile: Profile,
  ): Notes;
  notesOnHost(walked: Won, isTold: boolean): Notes;
  notesOnHostPort(walked: Won): Notes;
  notesOnAddedHeader(asked: SimRequest, proxy: ProxyConfig, host: VirtualHost, ir: MeshIR): Notes;
  rulesOfRoute(walked: Won): readonly string[];
}

let provided: RareEnds | null = null;

/** Provides the functions. See core/libraries.ts. */
export function provideRareEnds(ends: RareEnds): void {
  provided = ends;
}

/** Returns the functions. Throws EngineMissing if they are not provided yet. */
export function rareEnds(): RareEnds {
  if (provided === null) throw new EngineMissing('rare ways');
  return provided;
}
