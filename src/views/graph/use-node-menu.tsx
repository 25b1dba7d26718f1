import { Ellipsis } from 'lucide-react';
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { NodeEdit } from '../../core/answers/node-edits.ts';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import { askResourceText } from '../../state/ask-node.ts';
import type { Language } from '../../state/model.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { useCopying } from '../ui/use-copying.ts';
import { menuTexts } from './menu-texts.ts';
import { type NodeInPage, type Place, placeOf } from './node-at.ts';
import { useMenuTriggers } from './use-menu-triggers.ts';

const NodeMenu = lazy(() => import('./node-menu.tsx'));
const NodeEditPanel = lazy(() => import('./node-edit-panel.tsx'));

interface NodeMenuOptions {
  /** The drawn nodes. */
  readonly nodes: readonly GraphNode[];
  readonly focusId: string | null;
  readonly onFocus: (id: string | null) => void;
  readonly onOpenResource: (id: string) => void;
  readonly language: Language;
}

/** The menu that is open: its node, its place, and the element that opened it. */
interface OpenMenu {
  readonly node: GraphNode;
  readonly at: Place;
  readonly opener: HTMLElement;
}

/**
 * Returns the menu of the nodes inside an element, the preview of its edits, and a button that opens the
 * menu. Their code is loaded with the first menu.
 */
export function useNodeMenu(
  pane: RefObject<HTMLElement | null>,
  options: NodeMenuOptions,
): { readonly element: ReactNode; readonly button: (node: GraphNode) => ReactNode } {
  const { nodes, focusId, onFocus, onOpenResource, language } = options;
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [edit, setEdit] = useState<NodeEdit | null>(null);
  const [copied, copy] = useCopying();
  const said = useAllTexts().copying;
  const opener = useRef<HTMLElement | null>(null);
  const texts = menuTexts(language);

  const open = useCallback(({ node, element }: NodeInPage, at: Place) => {
    opener.current = element;
    setEdit(null);
    setMenu({ node, at, opener: element });
  }, []);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  useMenuTriggers(pane, byId, open);

  /** Sets the focus on the element that opened the menu, or on the element that has replaced it. */
  const returnFocus = useCallback(() => {
    const before = opener.current;
    const id = before?.dataset.id;
    const element =
      before?.isConnected || id === undefined
        ? before
        : pane.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    element?.focus({ preventScroll: true });
  }, [pane]);
  const closeEdit = useCallback(() => {
    setEdit(null);
    returnFocus();
  }, [returnFocus]);
  const hasEdit = useRef(false);

  const element = (
    <>
      <Suspense>
        {menu && (
          <NodeMenu
            key={`${menu.node.id} ${menu.at.x} ${menu.at.y}`}
            node={menu.node}
            at={menu.at}
            focused={focusId === menu.node.id}
            onFocus={onFocus}
            onOpenResource={onOpenResource}
            onCopy={(resource) => void copy(textOf(resource))}
            onEdit={(chosen) => {
              hasEdit.current = true;
              setEdit(chosen);
            }}
            onClose={() => setMenu(null)}
            onClosed={() => {
              // The preview of an edit takes the focus.
              if (!hasEdit.current) returnFocus();
              hasEdit.current = false;
            }}
          />
        )}
        {edit && <NodeEditPanel key={edit.title} edit={edit} onClose={closeEdit} />}
      </Suspense>
      <span className="graph-copied" data-result={copied ?? undefined} role="status">
        {copied === null ? '' : said[copied]}
      </span>
    </>
  );
  const button = (node: GraphNode) => (
    <button
      type="button"
      className="graph-tool"
      aria-haspopup="menu"
      aria-label={texts.menu}
      title={texts.menu}
      onClick={({ currentTarget }) => open({ node, element: currentTarget }, placeOf(currentTarget))}
    >
      <Ellipsis size={14} aria-hidden />
    </button>
  );
  return { element, button };
}

/** Returns the text of a resource. Rejects if the manifests do not declare it any more. */
async function textOf(resource: string): Promise<string> {
  const text = await askResourceText(resource);
  if (text === null) throw new Error(`no text of ${resource}`);
  return text;
}
