import type * as z from './zod.js';

/** A value as a caller states it, frozen or not: nothing of it is ever written to. */
type Unwritten<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Unwritten<Item>[]
    : { readonly [Key in keyof Value]: Unwritten<Value[Key]> };

/** The type of what a schema of facts accepts. */
export type Facts<Schema extends z.ZodType> = Unwritten<z.output<Schema>>;
