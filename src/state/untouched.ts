import { EXAMPLE_IDS, loadExample } from './examples.ts';
import type { TextFile, Work } from './model.ts';

/** Returns true when the texts are an unchanged example or lesson, or empty. Replacing them loses no work. */
export async function isUntouched({ files }: Work): Promise<boolean> {
  const texts = files.filter((file) => file.text.trim() !== '');
  if (texts.length === 0) return true;
  if (await isOfLesson(texts)) return true;
  const [only] = texts;
  if (texts.length > 1 || !only) return false;
  const id = EXAMPLE_IDS.find((each) => only.name === `${each}.yaml`);
  if (id === undefined) return false;
  const example = await loadExample(id).catch(() => null);
  return example?.files[0]?.text === only.text;
}

async function isOfLesson(texts: readonly TextFile[]): Promise<boolean> {
  const library = await import('../lessons/library.ts').catch(() => null);
  return library !== null && texts.every(({ name, text }) => library.isLessonText(name, text));
}
