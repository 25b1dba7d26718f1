import type { Carried } from '../share/carried.ts';
import { writeLink } from '../share/link.ts';
import { type MaskedPlace, maskSecrets } from '../share/mask.ts';
import { carriedOf } from './persistence.ts';
import { store } from './store.ts';

/** Fragments of links to the present work. */
export interface Shareable {
  /** The work with placeholders for everything that looks secret. */
  readonly masked: string;
  /** The unchanged work. Equals `masked` when nothing looks secret. */
  readonly whole: string;
  /** The places that `masked` replaces. */
  readonly places: readonly MaskedPlace[];
}

/** Returns the fragments. The texts on the page do not change. */
export async function makeShareable(carried: Carried = carriedOf(store.getState())): Promise<Shareable> {
  const { carried: safe, places } = await maskSecrets(carried);
  const masked = await writeLink(safe);
  return { masked, whole: places.length === 0 ? masked : await writeLink(carried), places };
}

/** The options of an embedding page. Null means the setting of the reader's system, or both views. */
export interface EmbedChoices {
  readonly theme: 'light' | 'dark' | null;
  readonly language: string | null;
  readonly pane: 'graph' | 'answer' | null;
}

/** Returns the page's own address without query and fragment. */
export function pageAddress({ origin, pathname, protocol }: Location = location): string {
  return `${origin === 'null' ? `${protocol}//` : origin}${pathname}`;
}

/** Returns the address of the embed view of a fragment. */
export function embedAddress(
  page: string,
  fragment: string,
  { theme, language, pane }: EmbedChoices,
): string {
  const query = [
    'view=embed',
    ...(theme === null ? [] : [`theme=${theme}`]),
    ...(language === null ? [] : [`lang=${language}`]),
    ...(pane === null ? [] : [`pane=${pane}`]),
  ];
  return `${page}?${query.join('&')}${fragment}`;
}

/** Returns HTML that shows an address in another page. */
export function embedCode(address: string, title: string): string {
  const quoted = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="960" height="480" style="border:0;width:100%" loading="lazy"></iframe>`;
}

/** Opens an editable copy and replaces the present page with it. */
export async function editCopy(): Promise<void> {
  location.assign(pageAddress() + (await writeLink(carriedOf(store.getState()))));
}
