/** What the label of My progress says about the record that is shown. */
export interface LabelWords {
  readonly kept: string;
  readonly not: string;
  readonly name: string;
  readonly path: string;
  readonly finished: string;
}

/** Fills the fields that the page already carries, so that the label does not change its height. */
export function fillLabel(words: LabelWords, page: ParentNode = document): void {
  for (const [field, text] of Object.entries(words)) {
    const place = page.querySelector(`[data-label="${field}"]`);
    if (place) place.textContent = text as string;
  }
}
