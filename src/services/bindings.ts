import { InputError, jsonPointer, told, type InputIssue, type IssueCode } from '../facts/input-error.js';
import { nearestKey } from '../facts/nearest.js';
import { parse } from '../facts/parse.js';
import { civilDate, key, money, text } from '../facts/scalars.js';
import { fundingSchema } from '../facts/scalars.js';
import type { Funding } from '../facts/generated/codes.js';
import { readCode } from '../facts/written-code.js';
import * as z from '../facts/zod.js';
import { general } from '../findings/citation.js';
import type { CivilDate } from '../values/civil-date.js';
import { entryOn } from '../values/dated-series.js';
import type { Money } from '../values/money.js';
import type { BillingCode, Rate, Service } from './service.js';

/**
 * A code of the caller's for a service.
 *
 * @example
 * const code: CodeBinding = { procedureCode: 'H0038', unitMinutes: 15, rate: '16.00', from: '2025-01-01' };
 */
export interface CodeBinding {
  /** Who pays; left out, Medicaid. */
  funding?: Funding | null | undefined;
  procedureCode: string;
  /** Left out, none. */
  modifiers?: string[] | null | undefined;
  /** How long a unit is, where the document of the service does not say. */
  unitMinutes?: number | null | undefined;
  /** What a unit is charged at, in US dollars; left out, it is not known. */
  rate?: Money | null | undefined;
  /** What the provider is paid for a unit, in US dollars; left out, the rate. */
  providerPay?: Money | null | undefined;
  /** First day on which the code and its rate hold; left out, on every day. */
  from?: CivilDate | null | undefined;
}

const bindingSchema = z.strictObject({
  funding: z.nullish(fundingSchema),
  procedureCode: key,
  modifiers: z.nullish(z.array(text)),
  unitMinutes: z.nullish(z.number().check(z.gt(0))),
  rate: z.nullish(money),
  providerPay: z.nullish(money),
  from: z.nullish(civilDate),
}) satisfies z.mini.ZodMiniType<CodeBinding>;

const bindingsSchema = z.record(z.string(), z.array(bindingSchema));
/** The codes that a caller binds to services, by service id. */
export type CodeBindings = Record<string, CodeBinding[]>;

const cite = general("The caller's own configuration of codes");

/** The rates of the document in whose place something of the caller's own stands. No file states it, and no JSON shows it. */
const inPlaceOf = /* @__PURE__ */ Symbol('in place of');

type Own<Part> = Part & { readonly [inPlaceOf]?: readonly Rate[] };

/** Whether a code is the caller's own. */
export function isOwnCode(code: Own<BillingCode>): boolean {
  return code[inPlaceOf] !== undefined;
}

/** The rate of the document in whose place one of the caller's own stands. */
export function rateOfDocument(rate: Own<Rate>, on: CivilDate): Money | undefined {
  return entryOn(rate[inPlaceOf] ?? [], on)?.rate;
}

/**
 * A service with the codes that the caller binds to it. A unit is the caller's only where the document sets none; a rate
 * of the caller's takes the place of the document's for the same code, from its first day on.
 */
export function withBindings(service: Service, bindings: CodeBindings | undefined): Service {
  const bound = bindings === undefined ? [] : boundTo(service.id, bindings);
  if (bound.length === 0) return service;
  const unitMinutes = bound.find((binding) => binding.unitMinutes != null)?.unitMinutes;
  const unit = service.unit ?? (unitMinutes == null ? undefined : { minutes: unitMinutes, cite });
  return {
    ...service,
    ...(unit !== undefined && { unit }),
    codes: withBound(service.codes ?? [], bound),
  };
}

/** Of its own, and not what every object has under a name. */
function boundTo(id: string, bindings: CodeBindings): readonly CodeBinding[] {
  const bound = Object.hasOwn(bindings, id) ? bindings[id] : undefined;
  return bound ?? [];
}

function withBound(onFile: readonly BillingCode[], bound: readonly CodeBinding[]): BillingCode[] {
  const codes = new Map(onFile.map((code) => [keyOf(code), code]));
  const rates = new Map<string, Rate[]>();
  for (const binding of inOrderOfDays(bound)) {
    const code = toBillingCode(binding);
    const key = keyOf(code);
    if (!codes.has(key)) codes.set(key, code);
    const ofCode = rates.get(key) ?? [];
    ofCode.push(...code.rates);
    rates.set(key, ofCode);
  }
  return [...codes].map(([key, code]) => ({
    ...code,
    rates: withRates(isOwnCode(code) ? [] : code.rates, rates.get(key) ?? []),
  }));
}

function inOrderOfDays(bound: readonly CodeBinding[]): CodeBinding[] {
  return [...bound].sort((one, other) => {
    if (firstDayOf(one) === firstDayOf(other)) return 0;
    return firstDayOf(one) < firstDayOf(other) ? -1 : 1;
  });
}

function firstDayOf({ from }: { readonly from?: string | null | undefined }): string {
  return from ?? '';
}

function toBillingCode({ funding, rate, providerPay, from, ...written }: CodeBinding): Own<BillingCode> {
  const { procedureCode, modifiers } = readCode(written);
  return {
    funding: funding ?? 'medicaid',
    procedureCode,
    modifiers,
    [inPlaceOf]: [],
    rates:
      rate == null ? [] : [{ ...(from != null && { from }), rate, providerPay: providerPay ?? rate, cite }],
  };
}

/** From the first day of the caller's rates on, they stand alone. */
function withRates(onFile: readonly Rate[], bound: readonly Rate[]): readonly Rate[] {
  const [first] = bound;
  if (first === undefined) return onFile;
  const before = onFile.filter((rate) => firstDayOf(rate) < firstDayOf(first));
  const own = [...new Map(bound.map((rate) => [firstDayOf(rate), rate])).values()];
  return [...before, ...own.map((rate): Own<Rate> => ({ ...rate, [inPlaceOf]: onFile }))];
}

/** Tells codes apart, whatever the order of their modifiers. */
function keyOf({ funding, procedureCode, modifiers }: BillingCode): string {
  return [funding, procedureCode, ...[...modifiers].sort()].join(' ');
}

/**
 * The bindings, read.
 * @throws InputError if they are malformed, name a service that is not on file, or do not go together with its document
 *   or each other.
 */
export function readBindings(value: unknown, services: readonly Service[]): CodeBindings | undefined {
  if (value == null) return undefined;
  const read = parse(bindingsSchema, value);
  if (!read.ok) throw new InputError(read.issues.map((issue) => belowCodes(issue, services)));
  const bindings = read.value;
  // The keys of what was given: the parsed record leaves out what is the name of a prototype.
  const issues = Object.keys(value).flatMap((id): InputIssue[] => {
    const service = services.find((one) => one.id === id);
    if (service === undefined) {
      const ids = services.map((one) => one.id);
      const near = nearestKey(id, ids);
      const advice = near === undefined ? `on file: ${ids.join(', ')}` : `did you mean "${near}"?`;
      const message = `expected the id of a service on file; ${advice}`;
      const path = near === undefined ? '/codes' : jsonPointer(['codes', id]);
      return [{ code: 'service-not-on-file', path, message }];
    }
    return conflictsIn(boundTo(id, bindings), service).map((issue) => ({
      ...issue,
      path: jsonPointer(['codes', id]) + issue.path,
    }));
  });
  if (issues.length > 0) throw new InputError(told(issues));
  return bindings;
}

/** Its place, as far as it is one of ours: what stands for the id of a service may be anything. */
function belowCodes(issue: InputIssue, services: readonly Service[]): InputIssue {
  const isOfService = services.some(({ id }) => `${issue.path}/`.startsWith(`${jsonPointer([id])}/`));
  return { ...issue, path: isOfService || issue.path === '' ? `/codes${issue.path}` : '/codes' };
}

function conflictsIn(bound: readonly CodeBinding[], service: Service): InputIssue[] {
  let unitBefore: number | undefined;
  const sameBefore = new Map<string, CodeBinding>();
  return bound.flatMap((binding, index) => {
    const key = `${firstDayOf(binding)} ${keyOf(toBillingCode(binding))}`;
    const issues = conflictsOf(binding, { unit: unitBefore, same: sameBefore.get(key) }, service);
    unitBefore ??= binding.unitMinutes ?? undefined;
    if (!sameBefore.has(key)) sameBefore.set(key, binding);
    return issues.map((issue) => ({ ...issue, path: `/${String(index)}${issue.path}` }));
  });
}

/** What the bindings before one say. */
interface Before {
  readonly unit: number | undefined;
  /** The first of the same code and day. */
  readonly same: CodeBinding | undefined;
}

/** What in a binding does not go together with the document, with itself or with those before it. */
function conflictsOf(binding: CodeBinding, before: Before, { unit }: Service): InputIssue[] {
  const { unitMinutes, rate, providerPay } = binding;
  const minutes = unit?.minutes ?? before.unit ?? unitMinutes;
  const setBy = unit === undefined ? 'a code before it has' : 'the document sets';
  const issues: InputIssue[] = [];
  const say = (code: IssueCode, path: string, message: string) => issues.push({ code, path, message });
  if (unitMinutes != null && unitMinutes !== minutes)
    say(
      'does-not-fit',
      '/unitMinutes',
      `expected the unit that ${setBy}, ${String(minutes)} minutes, or none`,
    );
  if (readCode(binding).doubled !== undefined)
    say('said-twice', '/modifiers', 'expected each modifier once, found one twice');
  if (rate == null && providerPay != null)
    say('not-stated', '/rate', 'expected the rate beside the provider pay, found none');
  if (rate != null && before.same?.rate != null && before.same.rate !== rate)
    say('not-in-order', '/from', 'expected a later day than that of the other rate of the same code');
  return issues;
}
