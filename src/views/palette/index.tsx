import { Command as List } from 'cmdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import { LESSON_NAMES } from '../../lessons/order.ts';
import { store, useApp } from '../../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { type Command, commandsOf, lessonCommand, resourceCommands } from './commands.ts';
import { paletteTexts } from './texts.ts';
import './palette.css';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onClosed: (event: Event) => void;
}

const ORDER = ['go', 'act', 'resources', 'examples', 'lessons', 'looks'] as const;

/** The list of all commands of the page, with search. */
export default function Palette({ onClose, onClosed }: PaletteProps) {
  const texts = useAllTexts();
  const language = useApp((state) => state.language);
  const own = paletteTexts(language);
  const nodes = useApp((state) => state.view?.graph.nodes);
  const [query, setQuery] = useState('');
  /** The part of the page to focus after the list. Null means the previous element. */
  const goal = useRef<string | null>(null);
  const lessons = useLessons();
  const fixed = useMemo(() => commandsOf(store.getState(), texts, own), [texts, own]);
  const resources = useMemo(() => resourceCommands(nodes ?? [], query), [nodes, query]);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = ({ label, note = '' }: Command) => {
    const text = `${label} ${note}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = [...[...fixed, ...lessons].filter(isMeant), ...resources.commands];
  return (
    <DialogFrame
      title={own.title}
      text={own.text}
      close={own.close}
      quiet
      onClose={onClose}
      onClosed={(event) => {
        const target = goal.current && document.querySelector<HTMLElement>(goal.current);
        if (!target) return onClosed(event);
        event.preventDefault();
        target.focus();
      }}
    >
      <List label={own.find} shouldFilter={false} loop className="palette">
        <List.Input className="input" placeholder={own.find} value={query} onValueChange={setQuery} />
        <List.List className="palette-list" label={own.title}>
          <List.Empty className="quiet palette-empty">{own.none}</List.Empty>
          {ORDER.map((group) => {
            const items = found.filter((each) => each.group === group);
            if (items.length === 0) return null;
            return (
              <List.Group key={group} heading={own.groups[group]} className="palette-group">
                {items.map((each) => (
                  <List.Item
                    key={each.id}
                    value={each.id}
                    className="palette-item"
                    onSelect={() => {
                      goal.current = each.focus ?? null;
                      onClose();
                      each.run();
                    }}
                  >
                    <span>{each.label}</span>
                    {each.note !== undefined && <small>{each.note}</small>}
                  </List.Item>
                ))}
                {group === 'resources' && resources.more > 0 && (
                  <p className="quiet palette-more">{own.more(resources.more)}</p>
                )}
              </List.Group>
            );
          })}
        </List.List>
      </List>
    </DialogFrame>
  );
}

/**
 * Returns the lessons by title, once their texts are loaded. A page that shows a link has no lessons in the
 * list.
 */
function useLessons(): readonly Command[] {
  const language = useApp((state) => state.language);
  const mayEdit = useApp((state) => state.mode === 'edit');
  const [lessons, setLessons] = useState<readonly Command[]>([]);
  useEffect(() => {
    let here = true;
    if (!mayEdit) return;
    // The texts are large, so they load in the background.
    void import('../../lessons/library.ts')
      .then(({ loadProse }) => loadProse(language))
      .then((prose) => {
        if (here) setLessons(LESSON_NAMES.map((name) => lessonCommand(name, prose(name)?.title ?? name)));
      })
      // Without a connection the list has no lessons.
      .catch(() => undefined);
    return () => {
      here = false;
    };
  }, [language, mayEdit]);
  return lessons;
}
