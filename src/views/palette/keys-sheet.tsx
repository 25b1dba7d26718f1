import { Fragment } from 'react';
import { useApp } from '../../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { paletteTexts } from './texts.ts';
import type { PaletteTexts } from './texts-en.ts';
import './palette.css';

interface KeysSheetProps {
  readonly onClose: () => void;
  readonly onClosed: (event: Event) => void;
}

type Row = readonly [keys: string, does: keyof PaletteTexts['rows']];

/** `Mod` is Ctrl, or Cmd on keyboards that have it. */
const SECTIONS: readonly (readonly [
  heading: 'everywhere' | 'inGraph' | 'inFlow' | 'inPresentation' | 'inEditor',
  rows: readonly Row[],
])[] = [
  [
    'everywhere',
    [
      ['Mod+K', 'commands'],
      ['?', 'keys'],
      ['Enter', 'send'],
      ['Esc', 'close'],
    ],
  ],
  [
    'inGraph',
    [
      ['← → ↑ ↓', 'neighbours'],
      ['Enter', 'open'],
      ['F', 'focus'],
      ['M, Shift+F10', 'menu'],
    ],
  ],
  ['inFlow', [['← →', 'step']]],
  [
    'inPresentation',
    [
      ['Space, PageDown, →', 'presentNext'],
      ['Shift+Space, PageUp, ←', 'presentBack'],
      ['Esc', 'presentLeave'],
    ],
  ],
  [
    'inEditor',
    [
      ['Mod+Z', 'undo'],
      ['F8, Shift+F8', 'problem'],
      ['Mod+.', 'fix'],
      ['F12', 'definition'],
      ['Shift+F12', 'references'],
      ['Mod+Shift+O', 'outline'],
      ['Shift+Alt+F', 'format'],
      ['Esc, Tab', 'leave'],
      ['Ctrl+M', 'tab'],
    ],
  ],
];

const IS_APPLE = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** All keyboard shortcuts, by the part of the page. */
export default function KeysSheet({ onClose, onClosed }: KeysSheetProps) {
  const texts = paletteTexts(useApp((state) => state.language));
  return (
    <DialogFrame
      title={texts.keysTitle}
      text={texts.keysText}
      close={texts.close}
      onClose={onClose}
      onClosed={onClosed}
    >
      <div className="keys">
        {SECTIONS.map(([heading, rows]) => (
          <section key={heading}>
            <h3>{texts[heading]}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <Fragment key={does}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{texts.rows[does]}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

function Keys({ keys }: { readonly keys: string }) {
  return keys
    .split(/(?<=,) | (?=[→↑↓])/)
    .map((each) => <kbd key={each}>{each.replace(',', '').replace('Mod', IS_APPLE ? '⌘' : 'Ctrl')}</kbd>);
}
