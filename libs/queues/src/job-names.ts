import type { JobName } from './job-map';

/** All job names at run time; the `Record` makes the compiler refuse a missing or a surplus one. */
const NAMES: Record<JobName, true> = { 'session-content.part': true };

export const JOB_NAMES = Object.keys(NAMES) as JobName[];
