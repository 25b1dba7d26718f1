import { ArrowRightFromLine, ArrowRightToLine, Copy, CornerDownLeft, Focus, Wrench } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { createPortal } from 'react-dom';
import type { NodeEdit } from '../../core/answers/node-edits.ts';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import { canSendTo, senderOf, sendFrom, sendTo } from '../../state/send-node.ts';
import { useApp } from '../../state/store.ts';
import { CodeText } from '../ui/code-text.tsx';
import { nameOf } from './describe.ts';
import { type MenuTexts, menuTexts } from './menu-texts.ts';
import type { Place } from './node-at.ts';
import { graphTexts } from './texts.ts';
import { useNodeEdits } from './use-node-edits.ts';
import './node-menu.css';

interface NodeMenuProps {
  readonly node: GraphNode;
  readonly at: Place;
  readonly focused: boolean;
  readonly onFocus: (id: string | null) => void;
  readonly onOpenResource: (id: string) => void;
  readonly onCopy: (resource: string) => void;
  readonly onEdit: (edit: NodeEdit) => void;
  readonly onClose: () => void;
  /** Called when the menu has disappeared, to set the focus. */
  readonly onClosed: () => void;
}

/** Below this width of the window, a menu opens below its node. */
const NARROW = 600;

/** The menu of a node: the request from it and to it, its YAML, and edits of the manifests. */
export default function NodeMenu(props: NodeMenuProps) {
  const { node, at, focused, onFocus, onOpenResource, onCopy, onEdit, onClose, onClosed } = props;
  const language = useApp((state) => state.language);
  const mayEdit = useApp((state) => state.mode === 'edit');
  const takesRequests = useApp((state) => canSendTo(node, state));
  const texts = menuTexts(language);
  const common = graphTexts(language);
  const name = nameOf(node, common);
  const { resource } = node;
  const sends = senderOf(node) !== null;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      {createPortal(
        <DropdownMenu.Trigger asChild>
          <span
            className="node-menu-place"
            style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
            aria-hidden
          />
        </DropdownMenu.Trigger>,
        document.body,
      )}
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="floating node-menu"
          side={innerWidth < NARROW ? 'bottom' : 'right'}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={texts.menuOf(name)}
          aria-labelledby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
        >
          <DropdownMenu.Label className="node-menu-name">
            <bdi>{name}</bdi>
          </DropdownMenu.Label>
          {sends && (
            <DropdownMenu.Item className="menu-item" onSelect={() => sendFrom(node)}>
              <ArrowRightFromLine size={14} aria-hidden />
              <span>{texts.sendFrom}</span>
            </DropdownMenu.Item>
          )}
          {takesRequests && (
            <DropdownMenu.Item className="menu-item" onSelect={() => sendTo(node)}>
              <ArrowRightToLine size={14} aria-hidden />
              <span>{texts.sendTo}</span>
            </DropdownMenu.Item>
          )}
          {(sends || takesRequests) && <DropdownMenu.Separator className="menu-line" />}
          {resource !== null && (
            <>
              <DropdownMenu.Item className="menu-item" onSelect={() => onCopy(resource)}>
                <Copy size={14} aria-hidden />
                <span>{texts.copy}</span>
              </DropdownMenu.Item>
              <DropdownMenu.Item className="menu-item" onSelect={() => onOpenResource(resource)}>
                <CornerDownLeft size={14} aria-hidden />
                <span>{common.goTo}</span>
              </DropdownMenu.Item>
            </>
          )}
          <DropdownMenu.Item className="menu-item" onSelect={() => onFocus(focused ? null : node.id)}>
            <Focus size={14} aria-hidden />
            <span>{focused ? common.unfocus : common.focus}</span>
          </DropdownMenu.Item>
          {mayEdit && <Edits node={node} onEdit={onEdit} texts={texts} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface EditsProps {
  readonly node: GraphNode;
  readonly onEdit: (edit: NodeEdit) => void;
  readonly texts: MenuTexts;
}

function Edits({ node, onEdit, texts }: EditsProps) {
  const edits = useNodeEdits(node, true);
  return (
    <DropdownMenu.Group aria-label={texts.changes} aria-busy={edits === null}>
      <DropdownMenu.Separator className="menu-line" />
      {(edits === null || edits.length === 0) && (
        <DropdownMenu.Item className="menu-item node-menu-empty" disabled>
          <Wrench size={14} aria-hidden />
          <span>{edits === null ? texts.searching : texts.none}</span>
        </DropdownMenu.Item>
      )}
      {edits?.map((edit) => (
        <DropdownMenu.Item key={edit.title} className="menu-item" onSelect={() => onEdit(edit)}>
          <Wrench size={14} aria-hidden />
          <span>
            <CodeText text={edit.title} />
          </span>
          {edit.effect !== null && <small>{effectText(edit.effect, texts)}</small>}
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}

function effectText(effect: NonNullable<NodeEdit['effect']>, texts: MenuTexts): string {
  return effect.is === 'same' ? texts.same : texts.becomes(effect.to);
}
