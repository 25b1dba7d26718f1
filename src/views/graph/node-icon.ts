import {
  ArrowLeftFromLine,
  Box,
  CircleDashed,
  DoorOpen,
  House,
  KeyRound,
  Layers,
  LogIn,
  type LucideIcon,
  Send,
  Server,
  Shapes,
  Split,
  Waypoints,
} from 'lucide-react';
import type { GraphNode, GraphRole } from '../../core/graph/graph-model.ts';

const KINDS: Readonly<Record<GraphNode['kind'], LucideIcon>> = {
  namespace: Layers,
  client: Send,
  frontend: LogIn,
  gateway: DoorOpen,
  route: Split,
  backend: Server,
  workload: Box,
  grant: KeyRound,
  other: Shapes,
  missing: CircleDashed,
};

const ROLES: Readonly<Record<GraphRole, LucideIcon>> = {
  producer: House,
  consumer: ArrowLeftFromLine,
  gateway: DoorOpen,
  written: Waypoints,
};

/** Returns the icon of a node's kind. */
export function iconOf(node: GraphNode): LucideIcon {
  return KINDS[node.kind];
}

/** Returns the icon of a route's role. */
export function roleIcon(role: GraphRole): LucideIcon {
  return ROLES[role];
}
