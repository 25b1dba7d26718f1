import { findByAuthority } from './find-by-authority.ts';
import { findListener } from './find-listener.ts';
import type { HostFinders } from './host-finders.ts';
import { notesOnAddedHeader } from './notes-on-added-header.ts';
import type { RareEnds } from './rare-ends.ts';
import {
  notesOnGateway,
  notesOnHostPort,
  rulesOfRoute,
  stepsToGateway,
  traceWithoutWinner,
} from './trace-without-winner.ts';

/** Everything that provideHostFinders takes. */
export const HOST_FINDERS: HostFinders = { listener: findListener, byAuthority: findByAuthority };

/** Everything that provideRareEnds takes. */
export const RARE_ENDS: RareEnds = {
  trace: traceWithoutWinner,
  stepsToGateway,
  notesOnGateway,
  notesOnHostPort,
  notesOnAddedHeader,
  rulesOfRoute,
};
