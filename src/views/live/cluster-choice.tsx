import { useEffect, useId, useRef, useState } from 'react';
import type { Discovery, ServedKind } from '../../live/discover.ts';
import type { Loaded, LoadProgress } from '../../live/load-cluster.ts';
import { loadFromCluster } from '../../state/live.ts';
import type { LiveTexts } from './texts-en.ts';

interface ClusterChoiceProps {
  readonly found: Discovery;
  readonly texts: LiveTexts;
  readonly onDone: () => void;
}

/** The choice of namespaces and kinds, then the progress, and finally the objects that could not be read. */
export function ClusterChoice({ found, texts, onDone }: ClusterChoiceProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [named, setNamed] = useState('');
  const [kinds, setKinds] = useState<ReadonlySet<ServedKind>>(
    () => new Set(found.kinds.filter(({ usual }) => usual)),
  );
  const [progress, setProgress] = useState<LoadProgress | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const load = async () => {
    const controller = new AbortController();
    ending.current = controller;
    const namespaces = found.namespaces === null ? wordsOf(named) : chosen === null ? null : [...chosen];
    try {
      const result = await loadFromCluster(
        { namespaces, kinds: found.kinds.filter((kind) => kinds.has(kind)) },
        setProgress,
        controller.signal,
      );
      if (result.objects > 0 && result.notRead.length === 0) onDone();
      else setLoaded(result);
    } catch (error) {
      // The user cancelled it, so the choice is shown again.
      if (!controller.signal.aborted) throw error;
    } finally {
      setProgress(null);
    }
  };

  if (loaded !== null) return <NotRead loaded={loaded} texts={texts} onDone={onDone} />;
  if (progress !== null) {
    const { done, total, objects } = progress;
    return (
      <>
        <p className="live-progress" role="status">
          <span>{texts.progress(done, total, objects)}</span>
          <progress max={total} value={done} aria-label={texts.title} />
        </p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => ending.current?.abort()}>
            {texts.cancel}
          </button>
        </div>
      </>
    );
  }
  const usual = found.kinds.filter(({ sort }) => sort === 'known');
  const policies = found.kinds.filter(({ sort }) => sort === 'policy');
  return (
    <form
      className="live-choice"
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      {found.namespaces === null ? (
        <NamedNamespaces texts={texts} value={named} onChange={setNamed} />
      ) : (
        <Boxes
          legend={texts.namespaces}
          all={texts.all(found.namespaces.length)}
          items={found.namespaces.map((name) => ({ key: name, label: name }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <KindBoxes legend={texts.kinds} kinds={usual} chosen={kinds} onChoose={setKinds} />
      {policies.length > 0 && (
        <KindBoxes legend={texts.policies} kinds={policies} chosen={kinds} onChoose={setKinds} />
      )}
      <div className="dialog-actions">
        <button
          type="submit"
          className="button"
          data-look="primary"
          disabled={kinds.size === 0 || chosen?.size === 0}
        >
          {texts.load}
        </button>
      </div>
    </form>
  );
}

/** Returns the names of a list with commas. Returns null for an empty list, which means all. */
function wordsOf(text: string): readonly string[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return words.length === 0 ? null : words;
}

interface NamedNamespacesProps {
  readonly texts: LiveTexts;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NamedNamespaces({ texts, value, onChange }: NamedNamespacesProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{texts.namespaces}</label>
      <input
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}-why`}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-why`} className="quiet">
        {texts.unlisted}
      </small>
    </div>
  );
}

interface BoxesProps {
  readonly legend: string;
  /** Label of the box for all items. */
  readonly all: string;
  readonly items: readonly { readonly key: string; readonly label: string }[];
  /** Null means all items, including later ones. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string> | null) => void;
}

function Boxes({ legend, all, items, chosen, onChoose }: BoxesProps) {
  return (
    <fieldset className="live-boxes">
      <legend>{legend}</legend>
      <label className="live-all">
        <input
          type="checkbox"
          checked={chosen === null}
          onChange={(event) => onChoose(event.target.checked ? null : new Set())}
        />
        {all}
      </label>
      <div className="live-list">
        {items.map(({ key, label }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={chosen === null || chosen.has(key)}
              onChange={() => onChoose(toggled(chosen ?? new Set(items.map((each) => each.key)), key))}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface KindBoxesProps {
  readonly legend: string;
  readonly kinds: readonly ServedKind[];
  readonly chosen: ReadonlySet<ServedKind>;
  readonly onChoose: (chosen: ReadonlySet<ServedKind>) => void;
}

function KindBoxes({ legend, kinds, chosen, onChoose }: KindBoxesProps) {
  return (
    <fieldset className="live-boxes">
      <legend>{legend}</legend>
      <div className="live-list">
        {kinds.map((kind) => (
          <label key={`${kind.apiVersion} ${kind.kind}`} title={kind.apiVersion}>
            <input
              type="checkbox"
              checked={chosen.has(kind)}
              onChange={() => onChoose(toggled(chosen, kind))}
            />
            {kind.kind}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const other = new Set(set);
  if (!other.delete(item)) other.add(item);
  return other;
}

interface NotReadProps {
  readonly loaded: Loaded;
  readonly texts: LiveTexts;
  readonly onDone: () => void;
}

function NotRead({ loaded, texts, onDone }: NotReadProps) {
  return (
    <>
      <div role="status">
        {loaded.objects === 0 && <p>{texts.nothing}</p>}
        {loaded.notRead.length > 0 && <p>{texts.loaded(loaded.objects)}</p>}
        <ul className="live-not-read">
          {loaded.notRead.map(({ kind, namespace, refusal }) => (
            <li key={`${kind} ${namespace}`}>
              <code>{kind}</code> <span className="quiet">{namespace ?? texts.everywhere}</span>:{' '}
              {texts.why[refusal.why]}
              {refusal.why === 'failed' && ` ${refusal.status} ${refusal.message}`}
            </li>
          ))}
        </ul>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" data-look="primary" onClick={onDone}>
          {texts.done}
        </button>
      </div>
    </>
  );
}
