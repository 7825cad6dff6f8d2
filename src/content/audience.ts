/** True in the build for trainers. The two audiences are two builds, never a switch on the page. */
export const TRAINER_BUILD = process.env['CUSTODIA_AUDIENCE'] === 'trainer';
