import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { activateFile, addFile, closeFile, renameFile } from '../../state/files.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useTexts } from '../ui/texts/use-texts.ts';

function NameField({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const texts = useTexts();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const settled = useRef(false);
  const settle = (wanted: string | null) => {
    if (settled.current) return;
    settled.current = true;
    if (wanted !== null) renameFile(name, wanted);
    onDone();
  };
  return (
    <input
      ref={field}
      className="file-name-field"
      aria-label={texts.files.newName}
      defaultValue={name}
      size={Math.max(8, name.length)}
      onBlur={(event) => settle(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') settle(event.currentTarget.value);
        if (event.key === 'Escape') settle(null);
      }}
    />
  );
}

function FileButtons({ active }: { readonly active: string }) {
  const texts = useTexts();
  return (
    <>
      <IconButton icon={X} label={texts.files.close(active)} onClick={() => closeFile(active)} />
      <IconButton icon={Plus} label={texts.files.add} onClick={() => addFile(texts.files.newFile)} />
    </>
  );
}

/** The files as tabs: switch, rename (double click or F2), close, add. */
export function FileTabs() {
  const texts = useTexts();
  const names = useApp((state) => state.files.map((file) => file.name).join('\n')).split('\n');
  const active = useApp((state) => state.active);
  const mayEdit = useApp((state) => state.mode === 'edit');
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown tab changes with the active file.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent, name: string) => {
    const at = names.indexOf(name);
    const next =
      event.key === 'ArrowRight'
        ? names[(at + 1) % names.length]
        : event.key === 'ArrowLeft'
          ? names[(at + names.length - 1) % names.length]
          : undefined;
    if (next !== undefined) {
      event.preventDefault();
      activateFile(next);
      const tabs = list.current?.querySelectorAll<HTMLElement>('[role="tab"]');
      tabs?.[names.indexOf(next)]?.focus();
    } else if (!mayEdit) return;
    else if (event.key === 'F2') {
      event.preventDefault();
      setRenaming(name);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      closeFile(name);
    }
  };
  return (
    <div className="file-bar">
      <h2 className="visually-hidden">{texts.panes.manifests}</h2>
      <div className="file-tabs" ref={list}>
        <div role="tablist" aria-label={texts.files.list} className="file-list">
          {names.map((name) =>
            renaming === name ? (
              <NameField key={name} name={name} onDone={() => setRenaming(null)} />
            ) : (
              <button
                key={name}
                type="button"
                role="tab"
                className="file-tab"
                aria-selected={name === active}
                tabIndex={name === active ? 0 : -1}
                title={name}
                onClick={() => activateFile(name)}
                onDoubleClick={() => mayEdit && setRenaming(name)}
                onKeyDown={(event) => onKeyDown(event, name)}
              >
                {name}
              </button>
            ),
          )}
        </div>
      </div>
      {mayEdit && <FileButtons active={active} />}
    </div>
  );
}
