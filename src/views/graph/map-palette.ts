import { useEffect, useState } from 'react';
import type { Tone } from './map-scene.ts';

/** Colours for a canvas, as the style sheet `graph-map.css` defines them for the theme in effect. */
export interface MapPalette {
  readonly frame: string;
  readonly frameLine: string;
  readonly cards: Readonly<Record<Tone, string>>;
  readonly cardLine: string;
  readonly lines: Readonly<Record<Tone, string>>;
  readonly name: string;
  readonly error: string;
  readonly warning: string;
  /** The families of the page's font. */
  readonly font: string;
}

/**
 * Returns the colours of an element with the class `graph-map`. The browser resolves variables, mixed colours
 * and system colours when they are the element's own colour.
 */
export function paletteOf(element: HTMLElement): MapPalette {
  const colour = (name: string) => {
    element.style.color = `var(--map-${name})`;
    return getComputedStyle(element).color;
  };
  const tones = (of: string): Record<Tone, string> => ({
    plain: colour(`${of}-plain`),
    producer: colour(`${of}-producer`),
    consumer: colour(`${of}-consumer`),
    gateway: colour(`${of}-gateway`),
    written: colour(`${of}-written`),
    bad: colour(`${of}-bad`),
  });
  const palette = {
    frame: colour('frame'),
    frameLine: colour('frame-line'),
    cards: tones('card'),
    cardLine: colour('card-line'),
    lines: tones('line'),
    name: colour('name'),
    error: colour('error'),
    warning: colour('warning'),
    font: getComputedStyle(element).fontFamily,
  };
  element.style.color = '';
  return palette;
}

/** Returns a number that changes with the theme, the language (its fonts) and the system's forced colours. */
export function useColourChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = () => setChanges((count) => count + 1);
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
    const forced = matchMedia('(forced-colors: active)');
    forced.addEventListener('change', changed);
    return () => {
      observer.disconnect();
      forced.removeEventListener('change', changed);
    };
  }, []);
  return changes;
}
