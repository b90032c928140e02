import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export type Schema = Readonly<Record<string, unknown>>;

/** A schema as it is shipped. */
export function shippedSchema(name: string): Schema {
  return JSON.parse(
    readFileSync(new URL(`../../docs/schema/${name}.json`, import.meta.url), 'utf8'),
  ) as Schema;
}

const compiled = new Map<string, Ajv2020>();
const validators = new Map<string, ValidateFunction>();

/** Strict, so that no keyword is passed over. */
function ajvOf(name: string): Ajv2020 {
  const ready = compiled.get(name);
  if (ready !== undefined) return ready;
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: false, allErrors: false });
  ajv.compile(shippedSchema(name));
  compiled.set(name, ajv);
  return ajv;
}

/** Ajv's validator of a shipped schema, or of one of its `$defs`. */
export function validatorOf(name: string, part?: string): ValidateFunction {
  const key = part === undefined ? name : `${name}#${part}`;
  const ready = validators.get(key);
  if (ready !== undefined) return ready;
  const id = `urn:billability:schema:${name}`;
  const validator = ajvOf(name).getSchema(part === undefined ? id : `${id}#/$defs/${part}`);
  if (validator === undefined) throw new Error(`${name} has no ${part ?? ''}`);
  validators.set(key, validator);
  return validator;
}

/** What a standard validator objects to, by JSON Pointer; empty where it objects to nothing. */
export function objections(name: string, value: unknown, part?: string): string[] {
  const validate = validatorOf(name, part);
  // A validator sees what JSON keeps.
  if (validate(JSON.parse(JSON.stringify(value)) as unknown)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
