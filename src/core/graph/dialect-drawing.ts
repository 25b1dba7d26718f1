import type { Cluster } from '../cluster/cluster.ts';
import type { ControlPlane } from '../control/control-plane.ts';
import type { Drawing } from './drawing.ts';

/** Draws the resources of a dialect: what requests enter by, routes, what they forward to. Services are there already. */
export type DialectDrawing = (drawing: Drawing, cluster: Cluster, control: ControlPlane) => void;
