import { type ReactNode, useEffect, useState } from 'react';

/** Returns true once `on` has been true for some time, so that short operations show no spinner. */
export function useDelayed(on: boolean, milliseconds = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!on) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [on, milliseconds]);
  return on && late;
}

/** Shows its children after a delay. */
export function Delayed({ children }: { readonly children: ReactNode }) {
  return useDelayed(true) ? children : null;
}
