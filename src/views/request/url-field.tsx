import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { editRequest, editURL, sendRequest } from '../../state/request.ts';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { useProblems } from './use-problems.ts';

const MOST = 30;

interface Host {
  readonly url: string;
  readonly service: string;
}

/** Returns the hosts that contain the typed text (without its path). Hosts that start with it come first. */
function suggestHosts(hosts: readonly Host[], typed: string): readonly Host[] {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '');
  const [host = ''] = wanted.split('/');
  if (wanted.includes('/') && hosts.some(({ url }) => url.toLowerCase().includes(`//${host}`))) return [];
  const starting: Host[] = [];
  const containing: Host[] = [];
  for (const each of hosts) {
    const bare = each.url.toLowerCase().replace(/^[a-z]+:\/\//, '');
    if (bare.startsWith(host)) starting.push(each);
    else if (bare.includes(host) || each.service.includes(host)) containing.push(each);
    if (starting.length >= MOST) break;
  }
  return [...starting, ...containing].slice(0, MOST);
}

const GAP = 4;
const MOST_HEIGHT = 240;
const LEAST_WIDTH = 240;

/** Returns the place in the window of a list below a field. Follows the field while the list is open. */
function usePlaceBelow(field: RefObject<HTMLElement | null>, open: boolean): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({});
  useLayoutEffect(() => {
    if (!open) return;
    const look = () => {
      const { left, bottom, width } = field.current?.getBoundingClientRect() ?? new DOMRect();
      const wide = Math.min(Math.max(width, LEAST_WIDTH), innerWidth - 2 * GAP);
      setPlace({
        top: bottom + GAP,
        left: Math.max(GAP, Math.min(left, innerWidth - wide - GAP)),
        width: wide,
        maxHeight: Math.max(80, Math.min(MOST_HEIGHT, innerHeight - bottom - 3 * GAP)),
      });
    };
    look();
    addEventListener('resize', look);
    addEventListener('scroll', look, { capture: true });
    return () => {
      removeEventListener('resize', look);
      removeEventListener('scroll', look, { capture: true });
    };
  }, [field, open]);
  return place;
}

/**
 * The URL field, with the Services of the manifests as suggestions. It also accepts a pasted curl command.
 */
export function UrlField() {
  const texts = useTexts();
  const id = useId();
  const url = useApp((state) => state.request.url);
  const hosts = useApp((state) => state.view?.hosts);
  // An empty field is not a mistake.
  const problem = useProblems().find((each) => each.field === 'url' && each.problem !== 'empty');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [typed, setTyped] = useState<string | null>(null);
  const suggestions = useMemo(
    () => (open ? suggestHosts(hosts ?? [], typed ?? '') : []),
    [open, hosts, typed],
  );
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (host: Host) => {
    editRequest({ url: host.url });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        setTyped(null);
        setOpen(true);
        setActive(0);
        return;
      }
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at) => (at + by + suggestions.length + 1) % (suggestions.length + 1));
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const host = open ? suggestions[active] : undefined;
      if (host) choose(host);
      else {
        close();
        sendRequest();
      }
    }
  };
  const chosen = suggestions[active];
  const field = useRef<HTMLInputElement>(null);
  const place = usePlaceBelow(field, suggestions.length > 0);
  return (
    <div className="field url-field">
      <label htmlFor={id}>{texts.request.url}</label>
      <input
        ref={field}
        id={id}
        className="input mono"
        value={url}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={texts.request.urlHint}
        aria-autocomplete="list"
        aria-controls={suggestions.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={chosen ? `${id}-${active}` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          void editURL(event.target.value);
          setTyped(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onPaste={(event) => {
          // An input drops line breaks, which a command with several lines needs.
          const text = event.clipboardData.getData('text/plain');
          if (!/^\s*(?:[$>#%]\s+)?curl\s/.test(text)) return;
          event.preventDefault();
          void editURL(text);
          close();
        }}
        onClick={() => {
          setTyped(null);
          setOpen(true);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {suggestions.length > 0 && (
        <div
          className="suggestions floating"
          style={place}
          id={`${id}-list`}
          role="listbox"
          aria-label={texts.request.suggestions}
        >
          {suggestions.map((host, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field moves through the list by keyboard.
            <div
              key={host.url}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              className="suggestion"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(host)}
            >
              <code>{host.url}</code>
              <small>{host.service}</small>
            </div>
          ))}
        </div>
      )}
      <span className="visually-hidden" aria-live="polite">
        {suggestions.length > 0 && texts.request.suggestionCount(suggestions.length)}
      </span>
      {problem && 'problem' in problem && (
        <span className="field-problem" id={`${id}-problem`}>
          {texts.request.problems[problem.problem]}
        </span>
      )}
    </div>
  );
}
