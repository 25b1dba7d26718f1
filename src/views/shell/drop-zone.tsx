import { FileDown } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { store } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { openDropped } from './open-files.ts';

/** Returns true for a drop of files that the page accepts. In the read-only modes the browser opens them. */
const hasFiles = (event: DragEvent) =>
  event.dataTransfer.types.includes('Files') && store.getState().mode === 'edit';

/** Accepts files that are dropped anywhere on the page. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const texts = useTexts();
  const [over, setOver] = useState(false);
  // Entering a child also leaves its parent, so the zone counts both. The pointer has left the zone at zero.
  const depth = useRef(0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button "Open files".
    <div
      className="page"
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        depth.current++;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDropCapture={(event) => {
        depth.current = 0;
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void openDropped(event.dataTransfer);
      }}
    >
      {children}
      {over && (
        <div className="drop-hint">
          <FileDown size={28} strokeWidth={1.5} aria-hidden />
          {texts.files.drop}
        </div>
      )}
    </div>
  );
}
