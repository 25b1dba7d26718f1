/** Entry for `React.lazy(() => import('./index.tsx'))`. It includes React Flow. */
export { GraphView as default } from './graph-view.tsx';
