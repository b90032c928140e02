import { code } from './markdown.js';

type Schema = Readonly<Record<string, unknown>>;

/** A fact as a JSON Schema describes it. */
export interface FactShape {
  /** Such as `member.programs[].code`. */
  readonly path: string;
  /** What it takes, in words. */
  readonly type: string;
  readonly isRequired: boolean;
}

/** Every fact of a schema, objects before what is in them. */
export function factsOf(schema: Schema, path = '', isRequired = true): FactShape[] {
  const shapes = alternatives(schema);
  const own = path === '' ? [] : [{ path, type: shapes.map(typeInWords).join(' or '), isRequired }];
  return [...own, ...shapes.flatMap((shape) => factsWithin(shape, path))];
}

function factsWithin(shape: Schema, path: string): FactShape[] {
  if (shape['type'] === 'array') {
    const items = shape['items'] as Schema;
    return alternatives(items).some(({ type }) => type === 'object') ? factsWithin(items, `${path}[]`) : [];
  }
  const required = (shape['required'] ?? []) as readonly string[];
  const properties = Object.entries((shape['properties'] ?? {}) as Readonly<Record<string, Schema>>);
  return properties.flatMap(([key, part]) =>
    factsOf(part, path === '' ? key : `${path}.${key}`, required.includes(key)),
  );
}

/** What a value may be, but for null, which says no more than leaving it out. */
function alternatives(schema: Schema): Schema[] {
  const { anyOf, type } = schema;
  if (Array.isArray(anyOf)) return (anyOf as Schema[]).flatMap(alternatives);
  if (Array.isArray(type))
    return type.filter((one) => one !== 'null').map((one) => ({ ...schema, type: one as string }));
  return type === 'null' ? [] : [schema];
}

const named: Readonly<Record<string, string>> = {
  CivilDate: 'day, `YYYY-MM-DD`',
  ClockTime: 'time, `HH:mm`',
  EndTime: 'time, `HH:mm`, to `24:00`',
  Money: 'US dollars as text, such as `"20.36"`',
};

function typeInWords(shape: Schema): string {
  const { $ref, enum: values, const: value, type } = shape;
  if (typeof $ref === 'string') return named[$ref.replace('#/$defs/', '')] ?? missing(shape);
  if (value !== undefined) return code(JSON.stringify(value));
  if (Array.isArray(values)) return values.map((one) => code(JSON.stringify(one))).join(', ');
  switch (type) {
    case 'boolean':
      return 'true or false';
    case 'string':
      return shape['minLength'] === 1 ? 'text, not empty' : 'text';
    case 'number':
    case 'integer':
      return numberInWords(shape);
    case 'array':
      return `list of ${entryInWords(shape['items'] as Schema)}`;
    case 'object':
      return 'object';
    default:
      return missing(shape);
  }
}

function numberInWords({ type, minimum, maximum }: Schema): string {
  const isBounded = typeof maximum === 'number' && maximum < 1e9;
  return `${type === 'integer' ? 'whole number' : 'number'}, ${String(minimum)} ${isBounded ? `to ${String(maximum)}` : 'or more'}`;
}

function entryInWords(items: Schema): string {
  const { type, enum: values } = items;
  if (Array.isArray(values)) return `codes: ${typeInWords(items)}`;
  return type === 'object' ? 'objects' : 'codes';
}

function missing(shape: Schema): never {
  throw new Error(`no words for ${JSON.stringify(shape)}`);
}
