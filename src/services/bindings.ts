import * as z from 'zod';
import { parseOrThrow } from '../facts/parse.js';
import { civilDate, money, text } from '../facts/scalars.js';
import { fundingSchema } from '../facts/session.js';
import { general } from '../findings/citation.js';
import type { BillingCode, Service } from './service.js';

const bindingSchema = z.strictObject({
  funding: fundingSchema.nullish(),
  procedureCode: text,
  modifiers: z.array(text).nullish(),
  unitMinutes: z.number().gt(0).nullish(),
  rate: money.nullish(),
  providerPay: money.nullish(),
  from: civilDate.nullish(),
});

/** The codes that a caller binds to services whose document names none, by service id. */
export const bindingsSchema = z.record(z.string(), z.array(bindingSchema));
export type CodeBindings = z.infer<typeof bindingsSchema>;

const cite = general("The caller's own configuration of codes");

/** A service with the codes that the caller binds to it; a unit is the caller's only where the document sets none. */
export function withBindings(service: Service, bindings: CodeBindings | undefined): Service {
  const bound = bindings?.[service.id];
  if (bound === undefined) return service;
  const unitMinutes = bound.find((binding) => binding.unitMinutes != null)?.unitMinutes;
  const unit = service.unit ?? (unitMinutes == null ? undefined : { minutes: unitMinutes, cite });
  return {
    ...service,
    ...(unit !== undefined && { unit }),
    codes: [...(service.codes ?? []), ...bound.map(toBillingCode)],
  };
}

function toBillingCode(binding: CodeBindings[string][number]): BillingCode {
  const { funding, procedureCode, modifiers, rate, providerPay, from } = binding;
  return {
    funding: funding ?? 'medicaid',
    procedureCode,
    modifiers: modifiers ?? [],
    rates: rate == null ? [] : [{ from: from ?? '0001-01-01', rate, providerPay: providerPay ?? rate, cite }],
  };
}

export function readBindings(value: unknown): CodeBindings | undefined {
  return value == null ? undefined : parseOrThrow(bindingsSchema, value, '/codes');
}
