import { type RefObject, useLayoutEffect } from 'react';
import './notice-place.css';

/**
 * Keeps the notices in the lower right of the picture, above the legend and the drawer, so that they cover
 * neither the tabs nor the view of a tab, nor the trace. Without a drawer, as on a small screen, they keep the
 * place of the style sheet.
 */
export function useNoticePlace(card: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const notices = card.current?.closest<HTMLElement>('.notices');
    const drawer = document.querySelector('.drawer');
    const picture = document.querySelector('#graph');
    if (!notices || !drawer || !picture) return;
    const place = () => {
      // A small screen has no drawer.
      if (!drawer.isConnected) {
        delete notices.dataset.placed;
        return;
      }
      const edge = picture.querySelector('.graph-legend') ?? drawer;
      const bottom = Math.min(edge.getBoundingClientRect().top, drawer.getBoundingClientRect().top);
      notices.style.setProperty('--notices-bottom', `${innerHeight - bottom}px`);
      notices.style.setProperty('--notices-right', `${innerWidth - picture.getBoundingClientRect().right}px`);
      notices.dataset.placed = 'true';
    };
    place();
    // The picture changes its size with the window, the columns and the drawer.
    const observer = new ResizeObserver(place);
    for (const element of [drawer, picture]) observer.observe(element);
    return () => observer.disconnect();
  }, [card]);
}
