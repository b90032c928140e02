// Writes results as Parquet, for whatever reads tables: a row a record, with what was found of it as JSON.
//   node parquet.mjs RESULTS TABLE
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [results, table] = process.argv.slice(2).map((path) => resolve(path));
const columns = {
  file: 'VARCHAR',
  line: 'BIGINT',
  kind: 'VARCHAR',
  id: 'VARCHAR',
  service: 'VARCHAR',
  verdict: 'VARCHAR',
  findings: 'JSON',
  issues: 'JSON',
};
const stated = Object.entries(columns).map(([name, type]) => `${name}: '${type}'`);
const duckdb = await DuckDBInstance.create(':memory:');
const connection = await duckdb.connect();
await connection.run(`
  COPY (SELECT * FROM read_ndjson(${text(results)}, columns = { ${stated.join(', ')} }))
  TO ${text(table)} (FORMAT parquet)`);
const counted = await connection.runAndReadAll(
  `SELECT verdict, count(*)::INTEGER AS records FROM read_parquet(${text(table)}) GROUP BY verdict ORDER BY verdict`,
);
for (const { verdict, records } of counted.getRowObjects()) console.log(`${verdict}: ${records}`);
connection.closeSync();

function text(path) {
  return `'${path.replaceAll("'", "''")}'`;
}
