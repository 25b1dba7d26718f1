import type { Carried } from '../share/carried.ts';
import { writeLink } from '../share/link.ts';
import { type MaskedPlace, maskSecrets } from '../share/mask.ts';
import { carriedOf } from './persistence.ts';
import { store } from './store.ts';

/** Fragments of links to what is on the screen. */
export interface Shareable {
  /** With stand-ins for everything that looks secret. */
  readonly masked: string;
  /** As it is; the same as `masked` when nothing looks secret. */
  readonly whole: string;
  /** What was replaced in `masked`. */
  readonly places: readonly MaskedPlace[];
}

/** Makes the fragments; the texts on the page stay as they are. */
export async function makeShareable(carried: Carried = carriedOf(store.getState())): Promise<Shareable> {
  const { carried: safe, places } = await maskSecrets(carried);
  const masked = await writeLink(safe);
  return { masked, whole: places.length === 0 ? masked : await writeLink(carried), places };
}

/** What an embedding page may ask for; null: as the reader's system has it, or both. */
export interface EmbedChoices {
  readonly theme: 'light' | 'dark' | null;
  readonly language: string | null;
  readonly pane: 'graph' | 'answer' | null;
}

/** The page's own address without query and fragment. */
export function pageAddress({ origin, pathname, protocol }: Location = location): string {
  return `${origin === 'null' ? `${protocol}//` : origin}${pathname}`;
}

/** The address of the embed view of a fragment. */
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

/** HTML that shows an address in somebody else's page. */
export function embedCode(address: string, title: string): string {
  const quoted = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="960" height="480" style="border:0;width:100%" loading="lazy"></iframe>`;
}

/** Opens a copy that can be changed, in the page's place. */
export async function editCopy(): Promise<void> {
  location.assign(pageAddress() + (await writeLink(carriedOf(store.getState()))));
}
