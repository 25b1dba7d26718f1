/** The Markdown of every lesson in this language, by path. */
export const TEXTS = import.meta.glob<string>('../../lessons/en/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
