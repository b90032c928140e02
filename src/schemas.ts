export { jsonSchemaOf } from './schema/json-schemas.js';
export { schemas } from './standard-schemas.js';

export type { SchemaName } from './schema/json-schemas.js';
export type { JsonSchema } from './schema/with-words.js';
export type { Schema, SchemaIssue, Schemas } from './standard-schemas.js';
