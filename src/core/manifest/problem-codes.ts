import { MANIFEST_CODES } from '../findings/codes-manifest.ts';
import { RESOURCE_CODES } from '../findings/codes-resource.ts';
import type { ProblemCodes } from './problem.ts';

/** The codes of problems within one document, with their severities. */
export const PROBLEM_CODES: ProblemCodes = { ...MANIFEST_CODES, ...RESOURCE_CODES };
