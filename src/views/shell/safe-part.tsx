import { Component, type ReactNode } from 'react';

interface SafePartProps {
  readonly children: ReactNode;
  /** What stands in when the part fails; `retry` tries again. */
  readonly fallback: (retry: () => void) => ReactNode;
}

/** Keeps a failure of one part (code that does not load, a bug) from taking the page with it. */
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
