import { monaco } from './monaco.ts';

/** Defines and applies Monaco's theme from the page's colours. */
export function applyTheme(theme: 'light' | 'dark'): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string, fallback: string) => {
    const value = style.getPropertyValue(name).trim();
    return /^#[0-9a-f]{6}$/i.test(value) ? value : (expand(value) ?? fallback);
  };
  const dark = theme === 'dark';
  const surface = colour('--surface', dark ? '#181c24' : '#ffffff');
  const text = colour('--text', dark ? '#e8ebf1' : '#161b26');
  const muted = colour('--text-3', dark ? '#97a3b6' : '#5d6980');
  const accent = colour('--accent', dark ? '#7cabff' : '#1858c9');
  const line = colour('--line', dark ? '#2a313d' : '#e3e7ed');
  const strong = colour('--line-strong', dark ? '#465064' : '#c6ceda');
  const hover = colour('--hover', dark ? '#272d39' : '#eceff4');
  const bad = colour('--bad', dark ? '#ff8d85' : '#c2261d');
  const warn = colour('--warn', dark ? '#f2c25c' : '#8f5a00');
  const note = colour('--note', dark ? '#7cabff' : '#1858c9');
  const ink = (value: string) => value.slice(1);
  monaco.editor.defineTheme(`gammascope-${theme}`, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: ink(text) },
      { token: 'type.yaml', foreground: ink(accent) },
      { token: 'string.yaml', foreground: ink(colour('--consumer', dark ? '#4fd1bf' : '#0b7468')) },
      { token: 'number.yaml', foreground: ink(colour('--producer', dark ? '#aa9cff' : '#5a43d6')) },
      { token: 'keyword.yaml', foreground: ink(colour('--producer', dark ? '#aa9cff' : '#5a43d6')) },
      { token: 'comment.yaml', foreground: ink(muted), fontStyle: 'italic' },
      { token: 'operators.yaml', foreground: ink(muted) },
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': text,
      'editorGutter.background': surface,
      'editorLineNumber.foreground': muted,
      'editorLineNumber.dimmedForeground': muted,
      'editorLineNumber.activeForeground': text,
      'editor.lineHighlightBackground': `${hover}80`,
      'editor.lineHighlightBorder': '#00000000',
      'editorIndentGuide.background1': line,
      'editorIndentGuide.activeBackground1': strong,
      'editor.selectionBackground': `${accent}40`,
      'editor.inactiveSelectionBackground': `${accent}26`,
      'editorCursor.foreground': accent,
      'editorWidget.background': surface,
      'editorWidget.foreground': text,
      'editorWidget.border': strong,
      'editorSuggestWidget.background': surface,
      'editorSuggestWidget.border': strong,
      'editorSuggestWidget.foreground': text,
      'editorSuggestWidget.selectedBackground': hover,
      'editorSuggestWidget.selectedForeground': text,
      'editorSuggestWidget.highlightForeground': accent,
      'editorHoverWidget.background': surface,
      'editorHoverWidget.foreground': text,
      'editorHoverWidget.border': strong,
      'editorError.foreground': bad,
      'editorWarning.foreground': warn,
      'editorInfo.foreground': note,
      'menu.background': surface,
      'menu.foreground': text,
      'menu.border': strong,
      'menu.selectionBackground': hover,
      'menu.selectionForeground': text,
      'menu.separatorBackground': line,
      'quickInput.background': surface,
      'quickInput.foreground': text,
      'quickInputList.focusBackground': hover,
      'quickInputList.focusForeground': text,
      'quickInputList.focusIconForeground': text,
      'list.highlightForeground': accent,
      'list.focusHighlightForeground': accent,
      'pickerGroup.foreground': muted,
      'pickerGroup.border': line,
      'peekView.border': accent,
      'peekViewTitle.background': hover,
      'peekViewTitleLabel.foreground': text,
      'peekViewTitleDescription.foreground': muted,
      'peekViewEditor.background': hover,
      'peekViewEditorGutter.background': hover,
      'peekViewEditor.matchHighlightBackground': `${accent}40`,
      'peekViewResult.background': surface,
      'peekViewResult.fileForeground': text,
      'peekViewResult.lineForeground': text,
      'peekViewResult.matchHighlightBackground': `${accent}40`,
      'peekViewResult.selectionBackground': hover,
      'peekViewResult.selectionForeground': text,
      'scrollbarSlider.background': `${strong}66`,
      'scrollbarSlider.hoverBackground': `${strong}99`,
      focusBorder: colour('--focus', accent),
    },
  });
  monaco.editor.setTheme(`gammascope-${theme}`);
}

/** Expands `#abc` to `#aabbcc`. Monaco accepts only the long form, and builds shorten colours. */
function expand(value: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : null;
}
