import type { Finding } from '../findings/finding.ts';
import type { DocumentRef } from '../resource/resource.ts';
import { isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';

/** The expected form of a field, for findings about other forms. */
type Form =
  | 'text'
  | 'number'
  | 'list'
  | 'mapping'
  | 'boolean'
  | 'text or list'
  | 'duration'
  | 'number or list';

/** Reads fields of a RouteTest leniently: a field with a fault becomes a finding and counts as absent. */
export class FieldReader {
  readonly findings: Finding[] = [];
  private readonly origin: DocumentRef;

  constructor(origin: DocumentRef) {
    this.origin = origin;
  }

  /** Reports a finding at a path from the document's root. */
  report(code: Finding['code'], path: Path, args: Finding['args'], part: 'key' | 'value' = 'value'): void {
    const { file, document, root } = this.origin;
    const site = { file, document, path: [...root, ...path], part };
    this.findings.push({ code, severity: 'error', args, site, related: [], fixes: [] });
  }

  /** Returns the mapping at a path, or an empty one. Unknown fields become findings. */
  mapping(value: unknown, path: Path, known: readonly string[] | null): Readonly<Record<string, unknown>> {
    if (value === undefined || value === null) return {};
    if (!isMapping(value)) {
      this.wrong(path, 'mapping');
      return {};
    }
    if (known !== null) {
      for (const field of Object.keys(value)) {
        if (!known.includes(field)) this.report('test-field-unknown', [...path, field], { field }, 'key');
      }
    }
    return value;
  }

  list(value: unknown, path: Path): readonly unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.wrong(path, 'list');
    return [];
  }

  text(value: unknown, path: Path): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.wrong(path, 'text');
    return null;
  }

  number(value: unknown, path: Path): number | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') return value;
    this.wrong(path, 'number');
    return null;
  }

  flag(value: unknown, path: Path): boolean | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'boolean') return value;
    this.wrong(path, 'boolean');
    return null;
  }

  /** Reads one text or a list of texts. */
  texts(value: unknown, path: Path): readonly string[] {
    const items = Array.isArray(value) ? value : [value];
    return items.map((item) => this.text(item, path)).filter((item) => item !== null);
  }

  wrong(path: Path, expected: Form): void {
    const field = String(path.at(-1) ?? '');
    this.report('test-field-invalid', path, { field, expected });
  }
}
