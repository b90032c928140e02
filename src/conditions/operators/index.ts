import { ageAtLeastOperator, ageAtLeastSchema } from './age-at-least.js';
import { atLeastNumberOperator, atLeastNumberSchema } from './at-least-number.js';
import { byLicenceOperator, byLicenceSchema } from './by-licence.js';
import { differOperator, differSchema } from './differ.js';
import { doneByOperator, doneBySchema } from './done-by.js';
import { existsOperator, existsSchema } from './exists.js';
import { hasDiagnosisOperator, hasDiagnosisSchema } from './has-diagnosis.js';
import { holdsOperator, holdsSchema } from './holds.js';
import { inForceOperator, inForceSchema } from './in-force.js';
import { isOperator, isSchema } from './is.js';
import { listOperator, listSchema } from './lists.js';
import { notAfterServiceOperator, notAfterServiceSchema } from './not-after-service.js';
import { notEmptyOperator, notEmptySchema } from './not-empty.js';
import { oneOfOperator, oneOfSchema } from './one-of.js';
import { readingOperator } from './reading.js';
import { statedOperator, statedSchema } from './stated.js';
import type { SchemaParts } from './operator.js';

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
  stated: statedOperator,
  notEmpty: notEmptyOperator,
  differ: differOperator,
  byLicence: byLicenceOperator,
  reading: readingOperator,
};

/** The schema of each but that of readings, as an object of its own keys. */
export const askingSchemas = (parts: SchemaParts) =>
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
    statedSchema(parts),
    notEmptySchema(parts),
    differSchema(parts),
    byLicenceSchema(parts),
  ] as const;
