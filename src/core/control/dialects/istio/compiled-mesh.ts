import type { RouteTable } from '../../../ir/table.ts';
import type { CompiledDialect, MeshClaims } from '../../dialect-compiler.ts';
import type { ClientScope, MeshClient } from './client-scope.ts';
import type { MeshConfig, MeshVirtualService } from './mesh-config.ts';

/** What the check and the drawing of the dialect read of a compiled mesh. */
export interface CompiledMesh {
  readonly config: MeshConfig;
  /** The clients of each class, and those of a namespace that no object names. */
  readonly clients: () => readonly MeshClient[];
  tableOf(service: MeshVirtualService, scope: ClientScope, port: number): RouteTable | null;
}

const MESHES = new WeakMap<MeshClaims, CompiledMesh>();

/** Keeps the mesh that claims were compiled from. */
export function keepMesh(claims: MeshClaims, mesh: CompiledMesh): void {
  MESHES.set(claims, mesh);
}

/** Returns the mesh of a compiled dialect. Returns null if the bundle has no objects of Istio. */
export function compiledMesh({ clients }: Pick<CompiledDialect, 'clients'>): CompiledMesh | null {
  return clients === undefined ? null : (MESHES.get(clients) ?? null);
}
