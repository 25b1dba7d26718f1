import type { Cluster } from '../cluster/cluster.ts';
import type { ControlPlane } from '../control/control-plane.ts';
import type { Drawing } from './drawing.ts';

/** Draws the resources of a dialect: entrances, routes and their targets. Services are drawn before. */
export type DialectDrawing = (drawing: Drawing, cluster: Cluster, control: ControlPlane) => void;
