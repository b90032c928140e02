import { jsonSchemaOf, type SchemaName } from '../../schema/json-schemas.js';
import type { LookUp } from './answer.js';

/** The JSON Schema of what goes in or comes out. */
export const schema: LookUp<{ readonly what: SchemaName }> = ({ what }) => {
  const json = jsonSchemaOf(what);
  return { text: `${JSON.stringify(json, null, 2)}\n`, json, ignoresConfig: true };
};
