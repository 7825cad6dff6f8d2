/** A value of a row, as it is stored. Whole numbers are kept whole. */
export type Value = bigint | number | string | Uint8Array | null;

/** A row of a table: its number and its values. A column that is the row's number is stored as `null`. */
export interface Row {
  readonly id: bigint;
  readonly values: readonly Value[];
}

const TABLE_LEAF = 0x0d;

/**
 * The rows of one page that holds the end of a table, in their order. `undefined` for any other page, and for one
 * whose lengths do not fit, so that rubbish is never shown as a message.
 *
 * @param page 1 for the first page of a database, which begins with the header of the file
 */
export function rowsOfPage(bytes: Uint8Array, page: number): readonly Row[] | undefined {
  const start = page === 1 ? 100 : 0;
  if (bytes[start] !== TABLE_LEAF) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(start + 3);
  const rows: Row[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      rows.push(rowAt(view, view.getUint16(start + 8 + 2 * index)));
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return rows;
}

function rowAt(view: DataView, offset: number): Row {
  const size = variable(view, offset);
  const id = variable(view, size.end);
  if (id.end + Number(size.value) > view.byteLength)
    throw new RangeError('The row leaves the page.');
  const head = variable(view, id.end);
  const values: Value[] = [];
  let type = head.end;
  let at = id.end + Number(head.value);
  while (type < id.end + Number(head.value)) {
    const serial = variable(view, type);
    type = serial.end;
    const { value, length } = valueAt(view, at, Number(serial.value));
    values.push(value);
    at += length;
  }
  return { id: BigInt.asIntN(64, id.value), values };
}

/** A number of one to nine bytes, seven bits in each but the ninth. */
function variable(view: DataView, offset: number): { value: bigint; end: number } {
  let value = 0n;
  for (let index = 0; index < 8; index += 1) {
    const byte = view.getUint8(offset + index);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, end: offset + index + 1 };
  }
  return { value: (value << 8n) | BigInt(view.getUint8(offset + 8)), end: offset + 9 };
}

const WHOLE_LENGTHS = [0, 1, 2, 3, 4, 6, 8] as const;

function valueAt(view: DataView, at: number, serial: number): { value: Value; length: number } {
  if (serial === 0) return { value: null, length: 0 };
  if (serial === 7) return { value: view.getFloat64(at), length: 8 };
  if (serial === 8 || serial === 9) return { value: BigInt(serial - 8), length: 0 };
  const length = WHOLE_LENGTHS[serial];
  if (length !== undefined) {
    let value = BigInt(view.getInt8(at));
    for (let index = 1; index < length; index += 1) {
      value = (value << 8n) | BigInt(view.getUint8(at + index));
    }
    return { value, length };
  }
  if (serial < 12) throw new RangeError('The row holds a kind of value that does not exist.');
  const size = (serial - (serial % 2 === 0 ? 12 : 13)) / 2;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size);
  return {
    value: serial % 2 === 0 ? bytes.slice() : new TextDecoder().decode(bytes),
    length: size,
  };
}
