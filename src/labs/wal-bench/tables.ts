import { rowsOfPage, type Value } from './leaf.ts';

/** A table of a small database: one whose rows all stand on one page, as in the chats of the lab. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Cells as they are shown; the number of the row stands in its own column. */
  readonly rows: readonly (readonly string[])[];
}

/** The page size that the header of a database names. */
function pageSizeOf(main: Uint8Array): number {
  const size = ((main[16] ?? 0) << 8) | (main[17] ?? 0);
  return size === 1 ? 65536 : size;
}

/** All tables of a database, read from its bytes alone and without its log. */
export function tablesOf(main: Uint8Array): readonly Table[] {
  const size = pageSizeOf(main);
  const page = (number: number): Uint8Array => main.subarray((number - 1) * size, number * size);
  return (rowsOfPage(page(1), 1) ?? []).flatMap(({ values }) => {
    const [kind, name, , root, sql] = values;
    if (kind !== 'table' || typeof name !== 'string' || typeof sql !== 'string') return [];
    return [{ name, columns: columnsOf(sql), rows: cellsOf(page(Number(root)), Number(root)) }];
  });
}

/** The rows of one page as cells. The first column of the lab's tables is the row's number. */
export function cellsOf(page: Uint8Array, number: number): readonly (readonly string[])[] {
  return (rowsOfPage(page, number) ?? []).map(({ id, values }) => [
    String(id),
    ...values.slice(1).map(cell),
  ]);
}

function columnsOf(sql: string): readonly string[] {
  const inside = /\(([\s\S]*)\)/.exec(sql)?.[1] ?? '';
  return inside.split(',').map((column) => column.trim().split(/\s+/)[0] ?? '');
}

function cell(value: Value): string {
  return value === null ? '' : String(value);
}
