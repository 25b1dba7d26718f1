// The baseline of `npm run bench:typing`: the page's editor with its features, and without listeners.
import { monaco } from '../../src/views/editor/monaco.ts';

const editor = monaco.editor.create(document.getElementById('editor'), {
  language: 'yaml',
  automaticLayout: true,
  minimap: { enabled: false },
});
document.querySelector('input').addEventListener('change', async ({ target }) => {
  editor.setValue(await target.files[0].text());
});
