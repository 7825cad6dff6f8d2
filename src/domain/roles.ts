/** The four professions Custodia teaches, in the order in which a case reaches them. */
export const ROLES = ['investigator', 'examiner', 'prosecutor', 'judge'] as const;
export type Role = (typeof ROLES)[number];

/** What every decision of a scenario is looked at for. The three are shown side by side and never added up. */
export const AXES = ['child', 'evidence', 'law'] as const;
export type Axis = (typeof AXES)[number];
