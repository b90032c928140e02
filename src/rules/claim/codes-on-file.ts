import type { ReadCode } from '../../facts/written-code.js';
import type { Funding } from '../../facts/generated/codes.js';
import { isInForce } from '../service/in-force.js';
import type { BillingCode, Service } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';

/** A code on file that a written one may have meant. */
export interface NearCode {
  service: string;
  funding: Funding;
  procedureCode: string;
  modifiers: string[];
}

/** Whether the modifiers, as a set, are exactly those of the code. */
export function isExactly(read: ReadCode, code: BillingCode): boolean {
  return (
    read.procedureCode === code.procedureCode &&
    read.modifiers.length === code.modifiers.length &&
    code.modifiers.every((modifier) => read.modifiers.includes(modifier))
  );
}

export interface CodeOnFile {
  readonly service: Service;
  readonly code: BillingCode;
}

/** Every code on file in a jurisdiction. */
export function codesIn(services: readonly Service[], jurisdiction: string): CodeOnFile[] {
  return services
    .filter((service) => service.jurisdiction === jurisdiction.trim().toUpperCase())
    .flatMap((service) => (service.codes ?? []).map((code) => ({ service, code })));
}

/** Modifiers that say how a service was given, and not which it is. */
const informational: readonly string[] = ['93', '95', 'GT', 'GQ', 'FQ', 'FR'];

export function isInformational(modifier: string): boolean {
  return informational.includes(modifier);
}

/** The modifiers written beside those of the code. */
export function beyond(read: ReadCode, { modifiers }: Pick<BillingCode, 'modifiers'>): string[] {
  return read.modifiers.filter((modifier) => !modifiers.includes(modifier));
}

/** The codes on file whose modifiers are all written; of these, those that have the most. */
export function codesWithin(onFile: readonly CodeOnFile[], read: ReadCode): CodeOnFile[] {
  const within = onFile.filter(
    ({ code: { procedureCode, modifiers } }) =>
      procedureCode === read.procedureCode &&
      modifiers.every((modifier) => read.modifiers.includes(modifier)),
  );
  const most = Math.max(...within.map(({ code }) => code.modifiers.length));
  return within.filter(({ code }) => code.modifiers.length === most);
}

/** The codes on file that it is, informational modifiers beside; of several definitions, those that are in force on the day. */
export function codesThatFit(onFile: readonly CodeOnFile[], read: ReadCode, on: CivilDate): CodeOnFile[] {
  const fitting = codesWithin(onFile, read).filter(({ code }) => beyond(read, code).every(isInformational));
  const inForce = fitting.filter(({ service }) => isInForce(service, on));
  return inForce.length > 0 ? inForce : fitting;
}

/** The service that all of these codes are of, if it is one. */
export function onlyService(codes: readonly CodeOnFile[]): Service | undefined {
  const [first] = codes;
  return codes.every(({ service }) => service.id === first?.service.id) ? first?.service : undefined;
}

/** The codes on file with the same base, the most alike in their modifiers first; if there are none, those written alike. */
export function nearestTo(onFile: readonly CodeOnFile[], read: ReadCode): NearCode[] {
  const sameBase = onFile.filter(({ code }) => code.procedureCode === read.procedureCode);
  const alike = onFile.filter(({ code }) => code.procedureCode.startsWith(read.procedureCode.slice(0, 5)));
  return (sameBase.length > 0 ? sameBase : alike)
    .map((one) => ({ one, distance: distance(read.modifiers, one.code.modifiers) }))
    .sort((left, right) => left.distance - right.distance)
    .map(({ one }) => near(one));
}

export function near({ service, code: { funding, procedureCode, modifiers } }: CodeOnFile): NearCode {
  return { service: service.id, funding, procedureCode, modifiers: [...modifiers] };
}

/** How many modifiers stand in one of the two sets only. */
export function distance(one: readonly string[], other: readonly string[]): number {
  return (
    one.filter((modifier) => !other.includes(modifier)).length +
    other.filter((modifier) => !one.includes(modifier)).length
  );
}
