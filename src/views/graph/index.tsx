/** Entry for `React.lazy(() => import('../graph/index.tsx'))`: brings React Flow along. */
export { GraphView as default } from './graph-view.tsx';
