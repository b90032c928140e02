// Puts a file of NDJSON into the order of its members, which split needs: lines of one member in the order of the file.
//   node sort.mjs FILE SORTED
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { typed } from './shared.mjs';

const [file, sorted] = typed('sort.mjs FILE SORTED', process.argv.slice(2), 2).map((path) => resolve(path));
const duckdb = await DuckDBInstance.create(':memory:');
const connection = await duckdb.connect();
// A line is one column, whatever is in it: no character of JSON stands for itself as \x01.
await connection
  .run(
    `
  COPY (
    SELECT line FROM (
      SELECT line, row_number() OVER () AS place
      FROM read_csv(${text(file)}, columns = { line: 'VARCHAR' }, header = false, delim = e'\\x01', quote = '', escape = '',
        max_line_size = 1048576)
    ) ORDER BY CASE WHEN json_valid(line) THEN json_extract_string(line, '$.member.id') END NULLS LAST, place
  ) TO ${text(sorted)} (FORMAT csv, header false, delim e'\\x01', quote '', escape '')`,
  )
  .catch((error) => {
    const line = /on Line: (\d+)/.exec(error.message)?.[1];
    if (line === undefined) throw error;
    throw new Error(`${file}:${line}: expected a line of UTF-8 text of at most 1 MiB`);
  });
connection.closeSync();

function text(path) {
  return `'${path.replaceAll("'", "''")}'`;
}
