import type { EditedNode } from '../core/answers/node-edits.ts';
import type { Answer as Reply } from '../worker/client.ts';
import { answerTo } from './engine.ts';
import { requestReading } from './selectors.ts';
import { store } from './store.ts';

/**
 * Asks for the edits of the manifests that a node of the graph offers, with their effects on the present
 * request. Returns null when a newer question replaced it, or the worker was lost.
 */
export async function askNodeEdits(node: EditedNode): Promise<Extract<Reply, { kind: 'node-edits' }> | null> {
  const state = store.getState();
  const reading = requestReading(state);
  const request = reading.ok ? reading.request : null;
  const question = { node, request, file: state.active };
  const reply = await answerTo('node-edits', (ticket) => ({
    kind: 'node-edits',
    ticket,
    question,
    language: state.language,
  }));
  return reply?.kind === 'node-edits' ? reply : null;
}

/**
 * Returns the text of a resource as written. Returns null when the manifests do not declare it, a newer
 * question replaced this one, or the worker was lost.
 */
export async function askResourceText(resource: string): Promise<string | null> {
  const reply = await answerTo('resource-text', (ticket) => ({ kind: 'resource-text', ticket, resource }));
  return reply?.kind === 'resource-text' ? reply.text : null;
}
