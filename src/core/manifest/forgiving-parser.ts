import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** The parts of the `yaml` library that reading broken documents needs. */
export const FORGIVING_PARSER = { isAlias, isMap, isScalar, isSeq, parseDocument };

export type ForgivingParser = typeof FORGIVING_PARSER;
