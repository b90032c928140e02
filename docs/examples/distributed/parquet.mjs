// Writes results as Parquet, for whatever reads tables: a row a record, with what was found of it as JSON.
//   node parquet.mjs RESULTS TABLE
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { typed } from './shared.mjs';

const [results, table] = typed('parquet.mjs RESULTS TABLE', process.argv.slice(2), 2).map((path) =>
  resolve(path),
);
const columns = {
  file: 'VARCHAR',
  line: 'BIGINT',
  kind: 'VARCHAR',
  id: 'VARCHAR',
  service: 'VARCHAR',
  verdict: 'VARCHAR',
  findings: 'JSON',
  lines: 'JSON',
  issues: 'JSON',
};
const stated = Object.entries(columns).map(([name, type]) => `${name}: '${type}'`);
const duckdb = await DuckDBInstance.create(':memory:');
const connection = await duckdb.connect();
await connection.run(`
  COPY (SELECT * FROM read_ndjson(${text(results)}, columns = { ${stated.join(', ')} }))
  TO ${text(table)} (FORMAT parquet)`);
const others = await connection.runAndReadAll(
  `SELECT count(*)::INTEGER AS records FROM read_parquet(${text(table)}) WHERE kind IS NULL`,
);
const [{ records: none }] = others.getRowObjects();
if (none > 0)
  throw new Error(`${results}: expected results of a check, found ${none} lines of something else`);
const counted = await connection.runAndReadAll(
  `SELECT coalesce(verdict, kind) AS verdict, count(*)::INTEGER AS records FROM read_parquet(${text(table)}) GROUP BY ALL ORDER BY 1`,
);
for (const { verdict, records } of counted.getRowObjects()) console.log(`${verdict}: ${records}`);
connection.closeSync();

function text(path) {
  return `'${path.replaceAll("'", "''")}'`;
}
