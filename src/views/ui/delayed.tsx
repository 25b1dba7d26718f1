import { type ReactNode, useEffect, useState } from 'react';

/** True once `on` has held for a while: what is quick shows no spinner. */
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

/** Shows its children only after a while. */
export function Delayed({ children }: { readonly children: ReactNode }) {
  return useDelayed(true) ? children : null;
}
