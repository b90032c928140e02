import * as z from 'zod';
import { InputError, jsonPointer } from '../facts/input-error.js';
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
    rates:
      rate == null ? [] : [{ ...(from != null && { from }), rate, providerPay: providerPay ?? rate, cite }],
  };
}

/**
 * The bindings, read.
 * @throws InputError if they are malformed, name a service that is not on file, or state another unit than its document.
 */
export function readBindings(value: unknown, services: readonly Service[]): CodeBindings | undefined {
  if (value == null) return undefined;
  const bindings = parseOrThrow(bindingsSchema, value, '/codes');
  const issues = Object.entries(bindings).flatMap(([id, bound]) => {
    const service = services.find((one) => one.id === id);
    if (service === undefined) {
      return [{ path: jsonPointer(['codes', id]), message: 'expected the id of a service on file' }];
    }
    return bound.flatMap(({ unitMinutes }, index) =>
      unitMinutes == null || service.unit === undefined || unitMinutes === service.unit.minutes
        ? []
        : [
            {
              path: jsonPointer(['codes', id, index, 'unitMinutes']),
              message: `expected the unit that the document sets, ${String(service.unit.minutes)} minutes, or none`,
            },
          ],
    );
  });
  if (issues.length > 0) throw new InputError(issues);
  return bindings;
}
