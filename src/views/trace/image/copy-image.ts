import { notify } from '../../../state/store.ts';
import type { FirstTexts } from '../../ui/texts/en.ts';

/** Name of the image when the browser does not copy images. */
const FILE = 'answer.png';

/**
 * Copies an image of the present answer to the clipboard, or saves it as a file when the browser does not
 * copy images. Must be called directly by an event of the user, because browsers refuse the clipboard
 * otherwise.
 */
export async function copyImage(texts: FirstTexts): Promise<void> {
  const image = import('./make-image.ts').then(({ makeImage }) => makeImage(texts));
  try {
    // The clipboard waits for the image.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    notify({ name: 'image-copied' });
  } catch {
    await saveImage(image);
  }
}

async function saveImage(image: Promise<Blob>): Promise<void> {
  try {
    const [blob, { saveBlob }] = await Promise.all([image, import('../../../state/downloads.ts')]);
    saveBlob(blob, FILE);
    notify({ name: 'image-saved' });
  } catch {
    notify({ name: 'image-failed' });
  }
}
