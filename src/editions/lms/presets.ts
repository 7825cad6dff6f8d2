/** What a package is made differently for, because an LMS differs from the standard. */
export interface Preset {
  /** Everything in one document, because the LMS does not keep files apart that have the same name. */
  readonly oneDocument: boolean;
  /** Whether each answer of a form is told as an interaction. */
  readonly interactions: boolean;
}

/** What every LMS gets that keeps to the standard. */
export const STANDARD: Preset = { oneDocument: false, interactions: true };

/**
 * LMSs by the name that `--lms` takes. `src/editions/README.md` gives the source of each difference. Those that
 * take the standard package stand here too, so that whoever names them learns so instead of being refused.
 */
export const PRESETS: Readonly<Record<string, Preset>> = {
  moodle: STANDARD,
  ilias: STANDARD,
  canvas: STANDARD,
  // Its proxy finds a file by its name alone, whatever folder it stands in; its runtime keeps no count of interactions.
  openedx: { oneDocument: true, interactions: false },
};
