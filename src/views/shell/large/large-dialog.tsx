import { useMemo, useState } from 'react';
import {
  answerLarge,
  limitOfWork,
  onlyFiles,
  onlyNamespaces,
  partsOfWork,
  sizeOfWork,
} from '../../../state/large-work.ts';
import type { TextFile } from '../../../state/model.ts';
import { useApp } from '../../../state/store.ts';
import type { FileParts } from '../../../state/work-parts.ts';
import { CodeText } from '../../ui/code-text.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Tab, TabGroup, TabList, TabPanel } from '../../ui/tab-group.tsx';
import { type Choice, ChoiceList, inMB } from './choice-list.tsx';
import { largeTexts } from './texts.ts';
import './large.css';

interface LargeDialogProps {
  readonly onClose: () => void;
  /** Called after the dialog closed. Returns the focus to the previous element. */
  readonly onClosed: (event: Event) => void;
}

const NO_FILES: readonly TextFile[] = [];
const NOTHING: ReadonlySet<string> = new Set();
const COMMAND = 'npm run -s gammascope -- check -f';

/** Returns the namespaces of some files with their sizes, the largest first, and what belongs to none. */
function namespacesOf(parts: readonly FileParts[]): {
  readonly choices: readonly Choice[];
  readonly rest: Choice;
} {
  const found = new Map<string, { name: string; documents: number; bytes: number }>();
  const rest = { name: '', documents: 0, bytes: 0 };
  for (const { namespaces, sizes } of parts) {
    for (const [at, namespace] of namespaces.entries()) {
      const entry =
        namespace === null ? rest : (found.get(namespace) ?? { name: namespace, documents: 0, bytes: 0 });
      entry.documents++;
      entry.bytes += sizes[at] ?? 0;
      if (namespace !== null) found.set(namespace, entry);
    }
  }
  const choices = [...found.values()].sort((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1));
  return { choices, rest };
}

function filesOf(parts: readonly FileParts[]): readonly Choice[] {
  return parts.map(({ file, namespaces }) => ({
    name: file.name,
    documents: namespaces.length,
    bytes: file.text.length,
  }));
}

function totalOf(choices: readonly Choice[], chosen: ReadonlySet<string>, rest?: Choice) {
  const counted = [...choices.filter(({ name }) => chosen.has(name)), ...(rest ? [rest] : [])];
  return {
    documents: counted.reduce((sum, { documents }) => sum + documents, 0),
    bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Asks what to open of a bundle that is too large for the page: some namespaces, some files, or everything. */
export default function LargeDialog({ onClose, onClosed }: LargeDialogProps) {
  const texts = largeTexts(useApp((state) => state.language));
  const files = useApp((state) => state.large) ?? NO_FILES;
  const parts = useMemo(() => partsOfWork(files), [files]);
  const { choices, rest } = useMemo(() => namespacesOf(parts), [parts]);
  const [way, setWay] = useState('namespaces');
  const [namespaces, setNamespaces] = useState(NOTHING);
  const [names, setNames] = useState(NOTHING);
  const byFile = way === 'files';
  const total = byFile ? totalOf(filesOf(parts), names) : totalOf(choices, namespaces, rest);
  const isNothing = (byFile ? names : namespaces).size === 0;
  const limit = limitOfWork();
  const size = sizeOfWork(files);
  const command = `${COMMAND} ${files.length === 1 && files[0] ? quoted(files[0].name) : '.'}`;
  const answer = (chosen: readonly TextFile[]) => {
    answerLarge(chosen);
    onClose();
  };
  const namespaceList = (
    <>
      <ChoiceList
        label={texts.byNamespace}
        choices={choices}
        chosen={namespaces}
        onChoose={setNamespaces}
        texts={texts}
      />
      <p className="quiet">
        {texts.always(rest.documents)}
        {texts.space}
        <CodeText text={texts.defaulted} />
      </p>
    </>
  );
  return (
    <DialogFrame
      title={texts.title}
      text={texts.text(size.documents, inMB(size.bytes), limit.documents, inMB(limit.bytes))}
      close={texts.close}
      onClose={onClose}
      onClosed={onClosed}
    >
      {files.length > 1 ? (
        <TabGroup className="large-ways" value={way} onValueChange={setWay}>
          <TabList className="tab-list" aria-label={texts.ways}>
            <Tab value="namespaces" className="tab">
              {texts.byNamespace}
            </Tab>
            <Tab value="files" className="tab">
              {texts.byFile}
            </Tab>
          </TabList>
          <TabPanel value="namespaces" className="large-way">
            {namespaceList}
          </TabPanel>
          <TabPanel value="files" className="large-way">
            <ChoiceList
              label={texts.byFile}
              choices={filesOf(parts)}
              chosen={names}
              onChoose={setNames}
              texts={texts}
            />
          </TabPanel>
        </TabGroup>
      ) : (
        <div className="large-way">{namespaceList}</div>
      )}
      <p className="large-means">{texts.unknown}</p>
      <p role="status">
        {isNothing ? texts.none : texts.chosen(total.documents, inMB(total.bytes))}
        {texts.space}
        {!isNothing && (total.documents > limit.documents || total.bytes > limit.bytes) && texts.stillLarge}
      </p>
      <div className="large-actions">
        <button
          type="button"
          className="button"
          data-look="primary"
          disabled={isNothing}
          onClick={() => answer(byFile ? onlyFiles(parts, names) : onlyNamespaces(parts, namespaces))}
        >
          {texts.openChosen}
        </button>
        <button type="button" className="button" onClick={() => answer(files)}>
          {texts.openAll}
        </button>
        <button type="button" className="button" data-look="quiet" onClick={onClose}>
          {texts.close}
        </button>
      </div>
      <p className="quiet">{texts.commandLine}</p>
      <div className="large-command">
        <code>{command}</code>
        <CopyButton text={() => command} label={texts.copy} />
      </div>
    </DialogFrame>
  );
}

/** Returns a file name as an argument of a shell. */
function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
