import { findByAuthority } from './find-by-authority.ts';
import { findListener } from './find-listener.ts';
import type { HostFinders } from './host-finders.ts';
import { identifyRarely } from './identify-rarely.ts';
import { notesOnAddedHeader } from './notes-on-added-header.ts';
import { notesOnDestination } from './notes-on-destination.ts';
import { notesOnHost } from './notes-on-hosts.ts';
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
  identify: identifyRarely,
  stepsToGateway,
  notesOnGateway,
  notesOnDestination,
  notesOnHost,
  notesOnHostPort,
  notesOnAddedHeader,
  rulesOfRoute,
};
