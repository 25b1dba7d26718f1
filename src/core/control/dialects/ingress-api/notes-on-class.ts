import { NO_INGRESS_CLASS } from '../../../ids/gateway-names.ts';
import { formatResourceId, INGRESS_CLASS_KIND } from '../../../ids/ids.ts';
import type { ClassController } from '../../../ir/proxy-config.ts';
import type { TraceNote } from '../../../ir/trace-note.ts';

/** Returns notes on what is assumed about the controller of a class. */
export function notesOnClass({ className, name, behaves }: ClassController): readonly TraceNote[] {
  if (behaves !== 'specification') {
    const id = formatResourceId(INGRESS_CLASS_KIND, '', className);
    return name === null ? [{ code: 'controller-assumed', rule: 'I-105', args: { class: id } }] : [];
  }
  const controller = name ?? (className === NO_INGRESS_CLASS ? '' : className);
  return [{ code: 'controller-unknown', rule: 'I-801', args: { controller } }];
}
