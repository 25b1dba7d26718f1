import { useEffect, useState } from 'react';

/** The result of the last copy. Null when there was none recently. */
export type Copied = 'done' | 'failed' | null;

/** Milliseconds for which the result is shown. */
const SHOWN_FOR = 2500;

/**
 * Copies a text to the clipboard, even one that is still being computed, and returns the result for a short
 * time.
 */
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
