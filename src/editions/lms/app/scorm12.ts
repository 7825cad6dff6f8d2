import { connectScorm, type LmsPackage } from './scorm.ts';
import { SCORM_12 } from './scorm-dialect.ts';

/** Connects the package with an LMS that speaks SCORM 1.2. */
export function connect(pack: LmsPackage): void {
  connectScorm(SCORM_12, pack);
}
