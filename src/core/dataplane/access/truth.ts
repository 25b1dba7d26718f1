/** Whether something holds. `unknown` means that neither the manifests nor the request say it. */
export type Truth = 'yes' | 'no' | 'unknown';

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truth === 'yes' ? 'no' : 'yes';
}

/** Returns `no` if one is no, else `unknown` if one is unknown. All of none is `yes`. */
export function allOf(truths: Iterable<Truth>): Truth {
  let found: Truth = 'yes';
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    if (truth === 'unknown') found = 'unknown';
  }
  return found;
}

/** Returns `yes` if one is yes, else `unknown` if one is unknown. Any of none is `no`. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let found: Truth = 'no';
  for (const truth of truths) {
    if (truth === 'yes') return 'yes';
    if (truth === 'unknown') found = 'unknown';
  }
  return found;
}

export function truthOf(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}
