import { ageAtLeastOperator, ageAtLeastSchema } from './age-at-least.js';
import { atLeastNumberOperator, atLeastNumberSchema } from './at-least-number.js';
import { allOrAnyOperator, allOrAnySchema, atLeastOperator, atLeastSchema } from './counted.js';
import { doneByOperator, doneBySchema } from './done-by.js';
import { existsOperator, existsSchema } from './exists.js';
import { hasDiagnosisOperator, hasDiagnosisSchema } from './has-diagnosis.js';
import { holdsOperator, holdsSchema } from './holds.js';
import { inForceOperator, inForceSchema } from './in-force.js';
import { isOperator, isSchema } from './is.js';
import { listOperator, listSchema } from './lists.js';
import { notAfterServiceOperator, notAfterServiceSchema } from './not-after-service.js';
import { notOperator, notSchema } from './not.js';
import { oneOfOperator, oneOfSchema } from './one-of.js';
import { readingOperator } from './reading.js';
import type { SchemaParts } from './schema-parts.js';
import { whenOperator, whenSchema } from './when.js';

/** The operators that ask something themselves. */
export const asking = {
  is: isOperator,
  oneOf: oneOfOperator,
  holds: holdsOperator,
  includesAny: listOperator,
  includesAll: listOperator,
  includesOther: listOperator,
  notOnly: listOperator,
  atLeastNumber: atLeastNumberOperator,
  ageAtLeast: ageAtLeastOperator,
  doneBy: doneByOperator,
  inForce: inForceOperator,
  notAfterService: notAfterServiceOperator,
  hasDiagnosis: hasDiagnosisOperator,
  exists: existsOperator,
  reading: readingOperator,
};

/** The operators that put conditions together. */
export const joining = {
  not: notOperator,
  all: allOrAnyOperator,
  any: allOrAnyOperator,
  atLeast: atLeastOperator,
  when: whenOperator,
};

/** The schema of each operator but that of readings, as an object of its own keys. */
export const operatorSchemas = (parts: SchemaParts) =>
  [
    isSchema(parts),
    oneOfSchema(parts),
    holdsSchema(parts),
    listSchema(parts),
    atLeastNumberSchema(parts),
    ageAtLeastSchema(parts),
    doneBySchema(parts),
    inForceSchema(),
    notAfterServiceSchema(parts),
    hasDiagnosisSchema(),
    existsSchema(parts),
    notSchema(parts),
    allOrAnySchema(parts),
    atLeastSchema(parts),
    whenSchema(parts),
  ] as const;
