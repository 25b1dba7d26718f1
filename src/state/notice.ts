/** A notice to the user, by name. The shell writes its text. */
export type NoticeKind =
  | { readonly name: 'storage-broken' }
  | { readonly name: 'storage-blocked' }
  | { readonly name: 'link-opened' }
  | { readonly name: 'link-broken'; readonly parts: readonly string[]; readonly nothing: boolean }
  | { readonly name: 'worker-hung' }
  | { readonly name: 'reading-stopped' }
  | { readonly name: 'worker-crashed'; readonly message: string }
  | { readonly name: 'worker-gone'; readonly message: string }
  /** All files that were refused for the same reason. */
  | {
      readonly name: 'file-not-text' | 'file-too-large' | 'file-other-kind';
      readonly files: readonly string[];
    }
  /** `versions`: the names of the two versions that are compared. */
  | {
      readonly name: 'files-opened';
      readonly count: number;
      readonly versions?: { readonly before: string; readonly after: string };
    }
  | { readonly name: 'example-opened'; readonly example: string }
  | { readonly name: 'lesson-left' }
  | { readonly name: 'part-missing' }
  | { readonly name: 'image-copied' | 'image-saved' | 'image-failed' }
  | { readonly name: 'work-restored' }
  | { readonly name: 'work-late' }
  | { readonly name: 'fix-applied'; readonly title: string }
  | { readonly name: 'fix-outdated' }
  | { readonly name: 'file-closed'; readonly file: string }
  | { readonly name: 'curl-read'; readonly ignored: readonly string[] }
  | { readonly name: 'case-without-request' }
  | { readonly name: 'update-ready' }
  | { readonly name: 'editor-menus' };

/** The action that a notice offers. */
export type NoticeAction = 'undo' | 'back-to-work' | 'restart-worker' | 'reload';

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly kind: NoticeKind;
  readonly action: NoticeAction | null;
}
