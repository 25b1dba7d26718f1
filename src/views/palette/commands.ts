import { namespacedNameIn, readResourceId } from '../../core/ids/ids.ts';
import { PROFILE_CHOICES } from '../../core/profile/profiles.ts';
import { own } from '../../core/text/own.ts';
import { markBaseline } from '../../state/background-analysis.ts';
import { downloadAll, downloadFile, downloadPatch, hasChanges } from '../../state/downloads.ts';
import { EXAMPLE_IDS } from '../../state/examples.ts';
import { openExample } from '../../state/files.ts';
import {
  type Dialog,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type State,
  THEMES,
} from '../../state/model.ts';
import { openDialog } from '../../state/open-dialog.ts';
import { instead } from '../../state/open-place.ts';
import { clearAll } from '../../state/open-texts.ts';
import { shownTabs } from '../../state/selectors.ts';
import { setPresenting } from '../../state/set-presenting.ts';
import {
  moveStep,
  setLanguage,
  setProfile,
  setTheme,
  showPane,
  showResource,
  showTab,
} from '../../state/show.ts';
import type { Texts } from '../ui/texts/en.ts';
import type { PaletteTexts } from './texts-en.ts';

/** An entry of the command list. */
export interface Command {
  /** Unique in the list. */
  readonly id: string;
  readonly group: keyof PaletteTexts['groups'];
  readonly label: string;
  /** Shown next to the label. */
  readonly note?: string;
  readonly run: () => void;
  /** The part of the page to focus. Without it the focus returns to the previous element. */
  readonly focus?: string;
}

/** Returns the available commands, in the order of the list. Resources and lessons are found by name. */
export function commandsOf(state: State, texts: Texts, own: PaletteTexts): readonly Command[] {
  const mayEdit = state.mode === 'edit';
  const dialog = (name: Dialog, label: string): Command => ({
    id: `dialog ${name}`,
    group: 'act',
    label,
    run: () => openDialog(name),
  });
  return [
    {
      id: 'go url',
      group: 'go',
      label: own.toUrl,
      run: () => showPane('request'),
      focus: '.url-field input',
    },
    {
      id: 'go editor',
      group: 'go',
      label: own.toEditor,
      run: () => showPane('manifests'),
      focus: '.monaco-editor textarea, .text-view textarea',
    },
    {
      id: 'go graph',
      group: 'go',
      label: own.toGraph,
      run: () => showPane('graph'),
      focus: '.react-flow__node[tabindex="0"]',
    },
    ...shownTabs(state).map(
      (tab): Command => ({
        id: `tab ${tab}`,
        group: 'go',
        label: tab === 'move' ? own.move : own.tab(texts.tabs[tab]),
        run: () => showTab(tab),
      }),
    ),
    dialog('share', texts.header.share),
    ...(mayEdit ? [dialog('history', texts.header.history)] : []),
    ...(mayEdit && state.cluster !== null ? [dialog('cluster', texts.header.loadCluster)] : []),
    dialog('keys', own.keys),
    { id: 'act baseline', group: 'act', label: own.compareFromHere, run: () => markBaseline() },
    { id: 'act present', group: 'act', label: own.present, run: () => setPresenting(true) },
    { id: 'act step', group: 'act', label: own.firstStep, run: () => moveStep(1) },
    ...downloads(state, own),
    ...(mayEdit ? editing(texts) : []),
    ...THEMES.map(
      (theme): Command => ({
        id: `theme ${theme}`,
        group: 'looks',
        label: own.theme(texts.header.themes[theme] ?? theme),
        run: () => setTheme(theme),
      }),
    ),
    ...LANGUAGES.map(
      (language: Language): Command => ({
        id: `language ${language}`,
        group: 'looks',
        label: own.language(LANGUAGE_NAMES[language]),
        run: () => setLanguage(language),
      }),
    ),
    ...PROFILE_CHOICES.map(
      (profile): Command => ({
        id: `profile ${profile}`,
        group: 'looks',
        label: own.profile(profile),
        run: () => setProfile(profile),
      }),
    ),
  ];
}

function downloads(state: State, own: PaletteTexts): readonly Command[] {
  const download = (id: string, label: string, run: () => void): Command => ({
    id: `download ${id}`,
    group: 'act',
    label,
    run,
  });
  return [
    download('file', own.downloadFile, downloadFile),
    ...(state.files.length > 1 ? [download('all', own.downloadAll, downloadAll)] : []),
    ...(hasChanges(state) ? [download('patch', own.downloadPatch, downloadPatch)] : []),
  ];
}

function editing(texts: Texts): readonly Command[] {
  return [
    { id: 'act empty', group: 'act', label: texts.header.startEmpty, run: () => void instead(clearAll) },
    ...EXAMPLE_IDS.map(
      (id): Command => ({
        id: `example ${id}`,
        group: 'examples',
        label: own(texts.examples, id)?.title ?? id,
        note: own(texts.examples, id)?.text ?? '',
        run: () => void instead(() => openExample(id)),
      }),
    ),
  ];
}

/** Returns the command that opens a lesson. */
export function lessonCommand(name: string, title: string): Command {
  return {
    id: `lesson ${name}`,
    group: 'lessons',
    label: title,
    run: () => void import('../../state/lessons.ts').then(({ openLesson }) => openLesson(name)),
  };
}

const MOST_RESOURCES = 30;

export interface ResourcesFound {
  readonly commands: readonly Command[];
  /** The number of further matches. */
  readonly more: number;
}

/**
 * Returns the resources whose name or kind contains every word. Returns none for an empty query, because
 * there can be thousands.
 */
export function resourceCommands(
  nodes: readonly { readonly resource: string | null }[],
  query: string,
): ResourcesFound {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { commands: [], more: 0 };
  const ids = new Set<string>();
  for (const { resource } of nodes) {
    if (resource === null) continue;
    const text = resource.toLowerCase();
    if (words.every((word) => text.includes(word))) ids.add(resource);
  }
  const found = [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return {
    commands: found.slice(0, MOST_RESOURCES).map((id) => {
      return {
        id: `resource ${id}`,
        group: 'resources',
        label: namespacedNameIn(id),
        note: readResourceId(id).prefix,
        run: () => showResource(id),
      };
    }),
    more: Math.max(0, found.length - MOST_RESOURCES),
  };
}
