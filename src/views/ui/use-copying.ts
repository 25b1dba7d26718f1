import { useEffect, useState } from 'react';

/** How it went; null: nothing was copied lately. */
export type Copied = 'done' | 'failed' | null;

/** Milliseconds for which the result is told. */
const SHOWN_FOR = 2500;

/** Puts a text on the clipboard, also one that has still to be made, and tells for a moment how it went. */
export function useCopying(): readonly [Copied, (text: string | Promise<string>) => Promise<void>] {
  const [result, setResult] = useState<Copied>(null);
  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async (text: string | Promise<string>) => {
    setResult(null);
    try {
      await navigator.clipboard.writeText(await text);
      setResult('done');
    } catch {
      setResult('failed');
    }
  };
  return [result, copy];
}
