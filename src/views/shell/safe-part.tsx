import { Component, type ReactNode } from 'react';

interface SafePartProps {
  readonly children: ReactNode;
  /** Replaces the part when it fails. `retry` tries again. */
  readonly fallback: (retry: () => void) => ReactNode;
}

/** Prevents a failure of one part (code that does not load, a bug) from breaking the whole page. */
export class SafePart extends Component<SafePartProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback(() => this.setState({ failed: false }));
  }
}
