/** Entry for `React.lazy(() => import('../editor/index.tsx'))`: brings Monaco along. */
export { EditorView as default } from './editor-view.tsx';
