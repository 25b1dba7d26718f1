import type { LostClaim } from '../ir/lost-claim.ts';
import type { AttachedPolicy } from '../ir/policy.ts';
import type { NotSimulatedBy, TraceNote } from '../ir/trace-note.ts';
import { put } from '../text/own.ts';
import type { MessageKey } from './en/messages.ts';
import type { ExplainedNote } from './explained-trace.ts';
import type { Filling } from './fill.ts';
import { code, resourceLink, type Speaker, serviceLink } from './speaker.ts';

/** Arguments of notes that name a resource of any kind. */
const LINKED: ReadonlySet<string> = new Set(['policy', 'by', 'target', 'gateway', 'what', 'on']);

/** Returns the sentence of a note. Names in its arguments are links. */
export function explainNote(note: TraceNote, speaker: Speaker): ExplainedNote {
  const key = messageKey(note);
  const pieces: Record<string, Filling> = {};
  for (const [name, value] of Object.entries(note.args)) put(pieces, name, pieceOf(name, value));
  return { code: note.code, sentence: speaker.say(key, pieces), rules: note.rule.split(', ') };
}

function messageKey(note: TraceNote): MessageKey {
  if (note.code === 'path-not-normalised' && note.args.redirects === 1)
    return 'note.path-not-normalised-redirect';
  if (note.code === 'name-decided' && note.args.undated === 0) return 'note.name-decided-dated';
  if (note.code === 'not-simulated') return `note.not-simulated-${note.args.by as NotSimulatedBy}`;
  if (note.code === 'host-claim-lost') return `note.host-claim-lost-${note.args.why as LostClaim['why']}`;
  if (note.code === 'access-unknown') return accessKey(String(note.args.part));
  if (note.code !== 'policy-refused') return `note.${note.code}`;
  return `note.policy-refused-${note.args.why as NonNullable<AttachedPolicy['refusal']>}`;
}

const OPEN_PARTS = ['provider', 'selector', 'token', 'mutual-tls'] as const;

/** Returns the sentence for what is missing to decide about a request. */
function accessKey(part: string): MessageKey {
  const open = OPEN_PARTS.find((each) => each === part);
  return open === undefined ? 'note.access-unknown' : `note.access-unknown-${open}`;
}

function pieceOf(name: string, value: string | number): Filling {
  if (typeof value === 'number') return value;
  if (name === 'service' && value.includes('/')) return serviceLink(value);
  if (/^(HTTP|GRPC)Route\/[^,]+$/.test(value) || (LINKED.has(name) && value.includes('/')))
    return resourceLink(value);
  return code(value);
}
