import './editor.css';
import { useEffect, useRef, useState } from 'react';
import type { EditorViewProps, GutterMark } from './editor-view-props.ts';
import { registerFeatures } from './features.ts';
import { showFindings } from './findings.ts';
import { letTabLeave } from './leave-by-tab.ts';
import { monaco } from './monaco.ts';
import { modelOf, syncModels } from './text-models.ts';
import { editorTexts } from './texts.ts';
import { applyTheme } from './theme.ts';
import { useGhosts } from './use-ghosts.ts';
import { tellFieldsIn } from './yaml-language.ts';

type Editor = ReturnType<typeof monaco.editor.create>;
type ViewState = ReturnType<Editor['saveViewState']>;

/** Texts larger than this (UTF-16 units) have no folding, guides and bracket matching. */
const FOLDED_UP_TO = 300_000;

/** How long the cursor rests before the page is notified. */
const REST_MS = 160;

const OPTIONS: Parameters<typeof monaco.editor.create>[1] = {
  automaticLayout: true,
  bracketPairColorization: { enabled: false },
  // A plain text area receives the input, so that input methods, dictation and tools work as in any other
  // field.
  editContext: false,
  fixedOverflowWidgets: true,
  folding: true,
  fontSize: 13,
  glyphMargin: true,
  lineHeight: 20,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  overviewRulerLanes: 2,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { other: true, strings: true, comments: false },
  renderLineHighlight: 'line',
  renderWhitespace: 'none',
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
  tabSize: 2,
  // Comments in Chinese are not suspicious characters.
  wrappingIndent: 'indent',
  unicodeHighlight: { ambiguousCharacters: false },
  wordBasedSuggestions: 'off',
};

/**
 * The YAML editor: Monaco with completion and hover from the project's schemas, findings as markers, and
 * fixes as quick fixes.
 */
export function EditorView(props: EditorViewProps) {
  const {
    files,
    active,
    findings,
    marks,
    ghosts,
    analysis,
    reveal,
    theme,
    language,
    readOnly = false,
  } = props;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const states = useRef(new Map<string, ViewState>());

  useEffect(() => {
    if (!host.current) return;
    registerFeatures();
    const created = monaco.editor.create(host.current, { ...OPTIONS, model: null });
    let resting: ReturnType<typeof setTimeout> | undefined;
    created.onDidChangeCursorPosition(({ position, reason }) => {
      clearTimeout(resting);
      if (reason === monaco.editor.CursorChangeReason.ContentFlush) return;
      resting = setTimeout(
        () => latest.current.onCursor?.(latest.current.active, position.lineNumber),
        REST_MS,
      );
    });
    const root = host.current;
    // Several lines that arrive at once (dictation, input methods, tools) are inserted text, not typing, so
    // they are not indented.
    const onInput = (event: InputEvent) => {
      if (event.inputType !== 'insertText' || !event.data?.includes('\n')) return;
      event.preventDefault();
      event.stopPropagation();
      created.trigger('input', 'paste', { text: event.data, pasteOnNewLine: false });
    };
    root.addEventListener('beforeinput', onInput, { capture: true });
    const stopLeaving = letTabLeave(created);
    setEditor(created);
    latest.current.onReady?.();
    return () => {
      clearTimeout(resting);
      stopLeaving();
      root.removeEventListener('beforeinput', onInput, { capture: true });
      created.dispose();
      setEditor(null);
    };
  }, []);

  useEffect(() => applyTheme(theme), [theme]);

  useEffect(() => {
    syncModels(files, (file, text) => latest.current.onChange(file, text));
  }, [files]);

  useEffect(() => {
    if (!editor) return;
    const model = modelOf(active);
    editor.setModel(model);
    // Folding and brackets process the whole text after each edit, which makes typing slow in a large bundle.
    const small = (model?.getValueLength() ?? 0) < FOLDED_UP_TO;
    editor.updateOptions({
      ariaLabel: active,
      folding: small,
      matchBrackets: small ? 'always' : 'never',
      guides: { indentation: small, bracketPairs: false, highlightActiveIndentation: small },
    });
    const state = states.current.get(active);
    if (state) editor.restoreViewState(state);
    const kept = states.current;
    return () => {
      kept.set(active, editor.saveViewState());
    };
  }, [editor, active]);

  useEffect(() => {
    editor?.updateOptions({ readOnly });
  }, [editor, readOnly]);

  useEffect(() => {
    showFindings(
      findings,
      files.map((file) => file.name),
    );
  }, [findings, files]);

  useEffect(() => {
    if (!editor) return;
    const here = (each: { readonly file: string }) => each.file === active;
    const collection = editor.createDecorationsCollection(marks.filter(here).map(markDecoration));
    return () => collection.clear();
  }, [editor, active, marks]);

  useGhosts(editor, active, ghosts, analysis);

  useEffect(() => {
    if (editor) void tellFieldsIn(language);
  }, [editor, language]);

  useEffect(() => {
    const words = editorTexts(language);
    const action = editor?.addAction({
      id: 'gammascope.ghosts',
      label: ghosts ? words.hideDefaults : words.showDefaults,
      contextMenuGroupId: '9_view',
      run: () => latest.current.onGhosts(!ghosts),
    });
    return () => action?.dispose();
  }, [editor, ghosts, language]);

  useEffect(() => {
    const action = editor?.addAction({
      id: 'gammascope.wrap',
      label: editorTexts(language).wrap,
      contextMenuGroupId: '9_view',
      keybindings: [monaco.KeyMod.Alt | monaco.KeyCode.KeyZ],
      run: () => {
        const wrapped = editor.getOption(monaco.editor.EditorOption.wordWrap) === 'on';
        editor.updateOptions({ wordWrap: wrapped ? 'off' : 'on' });
      },
    });
    return () => action?.dispose();
  }, [editor, language]);

  const ticket = reveal?.ticket;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ticket is one visit
  useEffect(() => {
    const place = latest.current.reveal;
    if (!editor || !place || place.file !== active) return;
    const position = { lineNumber: place.line, column: place.column };
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position);
    editor.focus();
    const flash = editor.createDecorationsCollection([
      {
        range: new monaco.Range(place.line, 1, place.line, 1),
        options: { isWholeLine: true, className: 'editor-visited' },
      },
    ]);
    const timer = setTimeout(() => flash.clear(), 1200);
    return () => {
      clearTimeout(timer);
      flash.clear();
    };
  }, [editor, active, ticket]);

  // Menus are in a shadow tree inside this element. The second class applies Monaco's colours to them.
  return <div ref={host} className="editor-view monaco-component" data-editor="monaco" />;
}

function markDecoration(mark: GutterMark) {
  return {
    range: new monaco.Range(mark.line, 1, mark.line, 1),
    options: {
      isWholeLine: mark.kind === 'won',
      ...(mark.kind === 'won' ? { className: 'editor-won-line' } : null),
      glyphMarginClassName: `editor-mark editor-mark-${mark.kind}`,
      glyphMarginHoverMessage: { value: mark.text },
    },
  };
}
