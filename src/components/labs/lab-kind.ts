import { WorksheetData } from '../../content/schemas/labs/worksheet.ts';
import { sheetShapes, STEPS } from '../../content/worksheet.ts';
import { WIDGETS } from './widgets.ts';

/** The kind of a lab: `kind` in `data:` of its lab.yaml. */
export function kindOf(data: unknown): string {
  return (data as { kind?: string } | undefined)?.kind ?? '';
}

/** Words of the area `lab` that labs of every kind say on their pages. The rest belongs to the hash bench. */
const SHARED = new Set(
  [
    'check',
    'hint',
    'hint_word',
    'choose',
    'answers',
    'correct',
    'partly',
    'not_correct',
    'holds',
    'does_not_hold',
    'preview',
    'training',
    'check_finding',
    'fill_every_field',
    'finding_holds',
    'finding_fails',
    'copy',
    'copied',
    'copy_failed',
    'print',
    'keep',
    'kept',
    'kept_window',
    'keep_failed',
  ].map((key) => `lab.${key}`),
);
const MOVES = new Set(['question.moveUp', 'question.moveDown', 'question.moved']);

/** Whether a tool of the lab starts a WebAssembly program in a worker. */
export function runsWasm(data: unknown): boolean {
  const read = WorksheetData.safeParse(data);
  return (
    read.success && STEPS.some((step) => WIDGETS[read.data.steps[step].widget ?? '']?.wasm === true)
  );
}

/** The interface words that the islands of a lab's page can come to say: their areas, and which keys of these. */
export function labWords(data: unknown): {
  areas: string[];
  isNeeded: (key: string) => boolean;
} {
  const general = ['lab', 'record', 'mark', 'older'];
  const isShared = (key: string): boolean =>
    key !== 'older.case' &&
    (!key.startsWith('lab.') || SHARED.has(key.replace(/_(?:zero|one|two|few|many|other)$/, '')));
  if (kindOf(data) === 'desk') return { areas: [...general, 'sheet', 'desk'], isNeeded: isShared };
  const read = WorksheetData.safeParse(data);
  if (!read.success) return { areas: general, isNeeded: () => true };
  const widgets = STEPS.flatMap((step) => {
    const { widget } = read.data.steps[step];
    return widget === undefined ? [] : [...(WIDGETS[widget]?.ui ?? [])];
  });
  const orders = sheetShapes(read.data).some(({ slots }) =>
    slots.some(({ kind }) => kind === 'order'),
  );
  return {
    areas: [...new Set([...general, 'sheet', ...(orders ? ['question'] : []), ...widgets])],
    isNeeded: (key) =>
      isShared(key) &&
      (!key.startsWith('question.') || widgets.includes('question') || MOVES.has(key)),
  };
}
