// Loaded before the first paint so that a dark page never flashes white. The page's policy forbids inline scripts.
(() => {
  const query = new URLSearchParams(location.search);
  let theme = query.get('theme');
  try {
    // In somebody else's page nothing that is stored here counts.
    if (theme === null && query.get('view') !== 'embed') theme = localStorage.getItem('gammascope.theme');
  } catch {
    // Storage may be blocked; the system's preference decides then.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;
})();
