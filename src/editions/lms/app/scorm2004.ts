import { connectScorm, type LmsPackage } from './scorm.ts';
import { SCORM_2004 } from './scorm-dialect.ts';

/** Connects the package with an LMS that speaks SCORM 2004. */
export function connect(pack: LmsPackage): void {
  connectScorm(SCORM_2004, pack);
}
