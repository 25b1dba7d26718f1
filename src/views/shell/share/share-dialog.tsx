import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { LONG_LINK } from '../../../share/link.ts';
import {
  type EmbedChoices,
  embedAddress,
  embedCode,
  makeShareable,
  pageAddress,
  type Shareable,
} from '../../../state/links.ts';
import { useApp } from '../../../state/store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Tab, TabGroup, TabList, TabPanel } from '../../ui/tab-group.tsx';
import { CopyField } from './copy-field.tsx';
import { EmbedChoiceFields } from './embed-choice-fields.tsx';
import { MaskedPlaces } from './masked-places.tsx';
import { sharingTexts } from './texts.ts';
import './share-dialog.css';

interface ShareDialogProps {
  readonly onClose: () => void;
  /** Called after the dialog closed. The focus returns to the previous element. */
  readonly onClosed: (event: Event) => void;
}

const KINDS = ['link', 'read', 'embed'] as const;

/** Links to the present work and code to embed it, their sizes, and the hidden values. */
export default function ShareDialog({ onClose, onClosed }: ShareDialogProps) {
  const texts = sharingTexts(useApp((state) => state.language));
  const [made, setMade] = useState<Shareable | 'failed' | null>(null);
  const [shown, setShown] = useState<string>('link');
  const [included, setIncluded] = useState(false);
  const [choices, setChoices] = useState<EmbedChoices>({ theme: null, language: null, pane: null });
  const left = useRef(false);
  useEffect(() => {
    let here = true;
    makeShareable().then(
      (shareable) => here && setMade(shareable),
      () => here && setMade('failed'),
    );
    return () => {
      here = false;
    };
  }, []);
  const shareable = made === 'failed' ? null : made;
  const fragment = shareable && (included ? shareable.whole : shareable.masked);
  const page = pageAddress();
  const values = {
    link: fragment && page + fragment,
    read: fragment && `${page}?view=read${fragment}`,
    embed: fragment && embedCode(embedAddress(page, fragment, choices), 'Gammascope'),
  };
  return (
    <DialogFrame
      title={texts.title}
      text={texts.text}
      close={texts.close}
      onClose={onClose}
      onClosed={(event) => {
        // When the user went to a place, the focus is already there.
        if (left.current) event.preventDefault();
        else onClosed(event);
      }}
    >
      {made === 'failed' && <p className="share-warning">{texts.failed}</p>}
      <TabGroup value={shown} onValueChange={setShown} className="share-kinds">
        <TabList className="tab-list" aria-label={texts.title}>
          {KINDS.map((kind) => (
            <Tab key={kind} value={kind} className="tab">
              {texts.kinds[kind]}
            </Tab>
          ))}
        </TabList>
        {KINDS.map((kind) => (
          <TabPanel key={kind} value={kind} className="share-kind">
            <CopyField
              label={texts.kinds[kind]}
              hint={texts.hints[kind]}
              value={values[kind]}
              large={kind === 'embed'}
              texts={texts}
            />
            {kind === 'embed' && <EmbedChoiceFields choices={choices} onChange={setChoices} texts={texts} />}
          </TabPanel>
        ))}
      </TabGroup>
      {shareable !== null && shareable.places.length > 0 && (
        <MaskedPlaces
          places={shareable.places}
          included={included}
          onInclude={setIncluded}
          onLeave={() => {
            left.current = true;
            onClose();
          }}
          texts={texts}
        />
      )}
      {(fragment?.length ?? 0) > LONG_LINK && (
        <p className="share-warning">
          <TriangleAlert size={15} aria-hidden />
          {texts.long}
        </p>
      )}
    </DialogFrame>
  );
}
