/**
 * Runs in a worker, behind the text of sql.js: `initSqlJs` stands in front of it. Each question is asked of a fresh
 * copy of the bytes, so that no question can change what the next one sees.
 *
 * In:  { wasm } once, then { number, bytes, sql, limits }
 * Out: { ready } or { failed }, then { number, columns, rows, more } or { number, fault, text }
 */
/* global initSqlJs */
let sqlite;

self.onmessage = ({ data }) => {
  if (data.wasm) {
    initSqlJs({ wasmBinary: data.wasm }).then(
      (loaded) => {
        sqlite = loaded;
        self.postMessage({ ready: true });
      },
      (error) => self.postMessage({ failed: String(error) }),
    );
    return;
  }
  self.postMessage({ number: data.number, ...answer(data) });
};

function answer({ bytes, sql, limits }) {
  let database;
  let statement;
  try {
    const asked = withoutRemarks(sql);
    if (asked === '') return { fault: 'empty' };
    database = new sqlite.Database(bytes);
    database.run('PRAGMA query_only = ON');
    const statements = database.iterateStatements(sql);
    // What is no SQL at all is refused here, by SQLite and in its own words.
    statement = statements.next().value;
    if (!/^(?:select|with|values)\b/i.test(asked)) return { fault: 'only-questions' };
    if (withoutRemarks(statements.getRemainingSQL()) !== '') return { fault: 'one-at-a-time' };
    const columns = statement.getColumnNames();
    const rows = [];
    let more = false;
    while (statement.step()) {
      if (rows.length === limits.rows) {
        more = true;
        break;
      }
      rows.push(
        statement.get(null, { useBigInt: true }).map((value) => shown(value, limits.letters)),
      );
    }
    return { columns, rows, more };
  } catch (error) {
    return {
      fault: 'not-understood',
      text: error instanceof Error ? error.message : String(error),
    };
  } finally {
    if (statement) statement.free();
    if (database) database.close();
  }
}

/** What is left of a statement without remarks, empty statements and spaces around it. */
function withoutRemarks(sql) {
  return sql
    .replace(/--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/^[\s;]+|[\s;]+$/g, '');
}

/** A value as text; `null` stays what it is, so that it can be told from the word. */
function shown(value, letters) {
  if (value === null) return null;
  const text = value instanceof Uint8Array ? hex(value, letters) : String(value);
  return text.length > letters ? `${text.slice(0, letters)}…` : text;
}

function hex(bytes, letters) {
  return Array.from(bytes.subarray(0, letters), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
