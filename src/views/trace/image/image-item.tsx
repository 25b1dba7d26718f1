import { Image } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useApp } from '../../../state/store.ts';
import { useTexts } from '../../ui/texts/use-texts.ts';
import { copyImage } from './copy-image.ts';
import { imageTexts } from './texts.ts';

/** The menu item that copies the answer as an image. */
export function ImageItem() {
  const own = imageTexts(useApp((state) => state.language));
  const texts = useTexts();
  const drawn = useApp((state) => state.view?.whole === true);
  return (
    <DropdownMenu.Item className="menu-item" disabled={!drawn} onSelect={() => void copyImage(texts)}>
      <Image size={14} aria-hidden />
      <span>{own.copy}</span>
      <small>{own.hint}</small>
    </DropdownMenu.Item>
  );
}
