import { isRecord } from '../../domain/is-record.ts';
import { EMPTY_ENTRY, REVIEWERS, type LawEntry, type LawForm } from '../../domain/law-file.ts';

/** Where the form is kept: in this window only, and gone with it. */
const NAME = 'custodia-law-form';

/** Keeps the form in this window. False when the browser does not let it. */
export function keepForm(form: LawForm): boolean {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(form));
    return true;
  } catch {
    return false;
  }
}

/** The form as it was kept in this window. What is not a form of ours is left out, field by field. */
export function keptForm(): LawForm | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as unknown;
    if (!isRecord(kept)) return undefined;
    const entries = isRecord(kept['entries']) ? kept['entries'] : {};
    return {
      code: text(kept['code']),
      name: text(kept['name']),
      lang: text(kept['lang']),
      entries: Object.fromEntries(
        Object.entries(entries).flatMap(([id, entry]) =>
          isRecord(entry) ? [[id, entryFrom(entry)]] : [],
        ),
      ),
    };
  } catch {
    return undefined;
  }
}

function entryFrom(kept: Readonly<Record<string, unknown>>): LawEntry {
  const reviewer = text(kept['reviewer']);
  return {
    ...(Object.fromEntries(
      Object.keys(EMPTY_ENTRY).map((field) => [field, text(kept[field])]),
    ) as unknown as LawEntry),
    reviewer: REVIEWERS.find((each) => each === reviewer) ?? '',
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
