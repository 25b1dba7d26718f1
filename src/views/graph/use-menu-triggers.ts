import { type RefObject, useEffect, useRef } from 'react';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import { type NodeInPage, nodeAt, type Place, placeOf } from './node-at.ts';

/** Milliseconds of a touch without movement that open the menu. */
const LONG_PRESS = 500;
/** A touch that moves by more pixels moves the picture. */
const STILL = 10;

/**
 * Calls `open` for a right click on a node, a long touch, and the keys of menus (ContextMenu, Shift+F10, M)
 * while a node has the focus.
 */
export function useMenuTriggers(
  pane: RefObject<HTMLElement | null>,
  nodes: ReadonlyMap<string, GraphNode>,
  open: (found: NodeInPage, at: Place) => void,
): void {
  const latest = useRef({ nodes, open });
  useEffect(() => {
    latest.current = { nodes, open };
  }, [nodes, open]);
  useEffect(() => {
    const root = pane.current;
    if (root === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    const find = (target: EventTarget | null) => nodeAt(target, latest.current.nodes);
    let press: { readonly at: Place; readonly timer: ReturnType<typeof setTimeout> } | null = null;
    const release = () => {
      if (press !== null) clearTimeout(press.timer);
      press = null;
    };
    root.addEventListener(
      'contextmenu',
      (event) => {
        const found = find(event.target);
        if (found === null) return;
        event.preventDefault();
        release();
        // The key of menus has no place of its own.
        const isKey = event.clientX === 0 && event.clientY === 0;
        latest.current.open(
          found,
          isKey ? placeOf(found.element) : { x: event.clientX, y: event.clientY, width: 0, height: 0 },
        );
      },
      { signal },
    );
    root.addEventListener(
      'keydown',
      (event) => {
        const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
        if (ctrlKey || metaKey || altKey) return;
        const isMenuKey = key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'm' && !shiftKey);
        const found = isMenuKey ? find(event.target) : null;
        if (found === null) return;
        event.preventDefault();
        event.stopPropagation();
        latest.current.open(found, placeOf(found.element));
      },
      { signal },
    );
    root.addEventListener(
      'pointerdown',
      (event) => {
        const isSecond = press !== null;
        release();
        const found = event.pointerType === 'touch' && !isSecond ? find(event.target) : null;
        if (found === null) return;
        const at = { x: event.clientX, y: event.clientY, width: 0, height: 0 };
        const timer = setTimeout(() => {
          press = null;
          // The end of this touch is no click.
          root.addEventListener('click', stop, { capture: true, once: true });
          setTimeout(() => root.removeEventListener('click', stop, { capture: true }), 1500);
          latest.current.open(found, at);
        }, LONG_PRESS);
        press = { at, timer };
      },
      { signal, capture: true },
    );
    root.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (press !== null && Math.hypot(clientX - press.at.x, clientY - press.at.y) > STILL) release();
      },
      { signal, capture: true },
    );
    for (const end of ['pointerup', 'pointercancel'] as const)
      root.addEventListener(end, release, { signal, capture: true });
    return () => {
      release();
      listening.abort();
    };
  }, [pane]);
}

function stop(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
