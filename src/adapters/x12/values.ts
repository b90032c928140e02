import { isCivilDate, type CivilDate } from '../../values/civil-date.js';
import type { Money } from '../../values/money.js';

/** Days of a service: one, or several in a row. */
export interface Days {
  readonly dateOfService: CivilDate;
  readonly dateOfServiceThrough?: CivilDate;
}

/** A day written `CCYYMMDD`. */
export function dayOf(text: string): CivilDate | undefined {
  const day = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : '';
  return isCivilDate(day) ? day : undefined;
}

/** The days of a DTP: `D8` one day, `RD8` a first and a last one. */
export function daysOf(form: string, text: string): Days | undefined {
  if (form === 'D8') return spanOf(text, text);
  const [first = '', last = '', ...more] = text.split('-');
  return form === 'RD8' && more.length === 0 ? spanOf(first, last) : undefined;
}

/** From a day through a day, both written `CCYYMMDD`; the same day twice is one day. */
export function spanOf(first: string, last: string): Days | undefined {
  const [dateOfService, through] = [dayOf(first), dayOf(last)];
  if (dateOfService === undefined || through === undefined || through < dateOfService) return undefined;
  return dateOfService === through ? { dateOfService } : { dateOfService, dateOfServiceThrough: through };
}

/** Dollars: `81.4`, `81` and `.50` are right, a part of a cent is not. */
export function amountOf(text: string): Money | undefined {
  const [, dollars, cents = ''] = /^(?=\.?\d)0*(\d{0,15})(?:\.(\d{0,2})0*)?$/.exec(text) ?? [];
  return dollars === undefined ? undefined : `${dollars === '' ? '0' : dollars}.${cents.padEnd(2, '0')}`;
}

/** How many, with six places at most. */
export function quantityOf(text: string): number | undefined {
  return /^(?:\d{1,9}(?:\.\d{0,6})?|\.\d{1,6})$/.test(text) ? Number(text) : undefined;
}
