// Loaded before the first paint so that a dark page never flashes white. The page's policy forbids inline scripts.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('gammascope.theme');
  } catch {
    // Storage may be blocked; the system's preference decides then.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;
})();
