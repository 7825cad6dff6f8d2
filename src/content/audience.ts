/** True in the build for trainers. The two audiences are two builds, never a switch on the page. */
export const TRAINER_BUILD = process.env['CUSTODIA_AUDIENCE'] === 'trainer';

/** The State whose law this build shows, two letters; `undefined` in the base build, which has none. */
export const JURISDICTION = process.env['CUSTODIA_JURISDICTION'] || undefined;
