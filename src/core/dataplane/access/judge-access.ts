import type {
  Access,
  AccessControl,
  AccessDestination,
  AccessVerdict,
  ConsideredAccess,
} from '../../ir/access.ts';
import type { ForwardedRequest } from '../../ir/outcome.ts';
import type { SimRequest } from '../../ir/request.ts';
import { NO_STATUS, type Status } from '../../ir/status.ts';
import type { TraceNote } from '../../ir/trace-note.ts';
import { judgeServer, type ServerJudgement } from './judge-server.ts';
import { notesOnAccess } from './notes-on-access.ts';

/** A request that arrives at a destination, after filters. */
interface AccessQuestion {
  readonly to: AccessDestination;
  readonly request: SimRequest;
  readonly forwarded: ForwardedRequest;
}

/** What the servers behind a destination say about a request. */
export interface JudgedAccess {
  readonly access: Access;
  /** Null if they do not refuse it. */
  readonly refusal: 'connection' | 'request' | null;
  /** The status of the refusal. Null if they do not refuse it. */
  readonly status: Status | null;
  readonly notes: readonly TraceNote[];
}

const FORBIDDEN: Status = { http: 403, grpc: 7 };
const UNAVAILABLE: Status = { http: 503, grpc: 14 };

/**
 * Returns what the servers behind a destination say about a request. Null if no server is known to be guarded.
 */
export function judgeAccess(control: AccessControl, question: AccessQuestion): JudgedAccess | null {
  const { to, request, forwarded } = question;
  const servers = control.servers(to, request);
  const [first] = servers;
  if (first === undefined) return null;
  const sender = control.sender(request);
  const judged = servers.map((server) => ({ server, ...judgeServer(server, sender, request, forwarded) }));
  const verdicts = new Set(judged.map(({ verdict }) => (verdict === 'unrestricted' ? 'allowed' : verdict)));
  const refusals = new Set(judged.map(({ refusal }) => refusal));
  const isCommon = verdicts.size === 1 && refusals.size === 1;
  const access: Access = {
    verdict: isCommon ? commonVerdict(judged) : 'unknown',
    by: [...new Set(judged.flatMap(({ by }) => by))],
    considered: distinct(judged.flatMap(({ considered }) => considered)),
  };
  // A proxy of the client that reads requests answers for a connection that is reset.
  const answers = sender.inMesh !== false && !first.connectionsOnly;
  const refusal = isCommon ? (judged[0]?.refusal ?? null) : null;
  const status: Status | null =
    refusal === null
      ? null
      : refusal === 'connection'
        ? answers
          ? UNAVAILABLE
          : NO_STATUS
        : first.connectionsOnly
          ? NO_STATUS
          : FORBIDDEN;
  const notes: readonly TraceNote[] = notesOnAccess(judged, access, to, isCommon);
  return { access, refusal, status, notes };
}

/** Returns the verdict of the proxy of a Gateway about a request from outside, as notes if it may refuse it. */
export function judgeGateway(
  control: AccessControl,
  { request, forwarded }: Pick<AccessQuestion, 'request' | 'forwarded'>,
): readonly string[] {
  const { gateway } = request;
  const server = gateway === null ? null : control.gateway(gateway.namespace, gateway.name);
  if (server === null) return [];
  const outside = { inMesh: false, trustDomain: '', namespace: null, accounts: null };
  const { verdict, by } = judgeServer(server, outside, request, forwarded);
  return verdict === 'allowed' || verdict === 'unrestricted' ? [] : by;
}

function commonVerdict(judged: readonly ServerJudgement[]): AccessVerdict {
  const found = judged.find(({ verdict }) => verdict !== 'unrestricted');
  return found?.verdict ?? 'unrestricted';
}

function distinct(considered: readonly ConsideredAccess[]): readonly ConsideredAccess[] {
  const known = new Map(considered.map((each) => [JSON.stringify(each), each]));
  return [...known.values()];
}
