import { useEffect } from 'react';
import { convertPresent, moveOf } from '../../state/move.ts';
import { useApp } from '../../state/store.ts';

/** Converts the present manifests while the view is open, and again after each edit. */
export function useConversion(hasIngresses: boolean): void {
  const files = useApp((state) => state.files);
  const profile = useApp((state) => state.profile);
  const target = useApp((state) => moveOf(state).target);
  const gatewayClass = useApp((state) => moveOf(state).gatewayClass);
  const isAnalysed = useApp((state) => state.viewRevision === state.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made from these parts of the state.
  useEffect(() => {
    if (!hasIngresses || !isAnalysed) return;
    // Typing in the field of the GatewayClass asks once.
    const timer = setTimeout(() => convertPresent(), 150);
    return () => clearTimeout(timer);
  }, [files, profile, target, gatewayClass, hasIngresses, isAnalysed]);
}
