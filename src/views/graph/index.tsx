/** Entry for `React.lazy(() => import('./index.tsx'))`: brings React Flow along. */
export { GraphView as default } from './graph-view.tsx';
