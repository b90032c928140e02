import { readingsSchema, type Readings } from '../../readings/generated.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../truth.js';
import type { Asking } from './operator.js';
import { both } from './series.js';

export type DiagnosisClass = keyof Readings['diagnosisClasses'];

/** What is written otherwise, such as a code of ICD-9-CM or a name, may be any diagnosis. */
const ICD_10_CM = /^[A-Z]\d[A-Z\d](?:\.?[A-Z\d]{1,4})?$/;

export interface HasDiagnosis {
  readonly op: 'hasDiagnosis';
  readonly fact: 'assessment.diagnoses';
  readonly class: DiagnosisClass;
}

/** A diagnosis is of the class, as the reading *diagnosis-classes* lists it. */
export function hasDiagnosis(diagnosisClass: DiagnosisClass): HasDiagnosis {
  return { op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: diagnosisClass };
}

export const hasDiagnosisOperator: Asking<HasDiagnosis> = {
  /** ICD-10-CM codes count with or without the point, in small letters too. */
  truth({ fact, class: diagnosisClass }) {
    const read = factReader(fact);
    // Kept for as long as the checker's readings stay the same.
    let kept: { classes: Readings['diagnosisClasses']; prefixes: readonly string[] } | undefined;
    return ({ session, readings }) => {
      const diagnoses = read(session);
      if (diagnoses == null) return UNKNOWN;
      if (diagnoses === 'none') return FALSE;
      if (kept?.classes !== readings.diagnosisClasses) {
        const classes = readings.diagnosisClasses;
        kept = { classes, prefixes: classes[diagnosisClass].map(withoutPoint) };
      }
      const { prefixes } = kept;
      let truth: Truth = FALSE;
      for (const diagnosis of diagnoses as readonly string[]) {
        const written = diagnosis.trim().toUpperCase();
        const code = withoutPoint(written);
        if (prefixes.some((prefix) => code.startsWith(prefix))) return TRUE;
        if (!ICD_10_CM.test(written)) truth = UNKNOWN;
      }
      return truth;
    };
  },
  facts: ({ fact }) => [fact],
  describe: (leaf, isSo) => `${isSo ? 'a' : 'no'} diagnosis is of the class ${classNames[leaf.class]}`,
  /** What is no code of ICD-10-CM leaves it open, and is not said. */
  tellsNone(leaves, { session }) {
    const diagnoses = factReader('assessment.diagnoses')(session) as readonly string[];
    const codes = [...new Set(diagnoses.map((one) => one.trim().toUpperCase()))];
    if (codes.length === 0) return 'there is no diagnosis';
    const named = codes.length > MOST_SAID ? `the ${String(codes.length)} diagnoses` : both(codes);
    const classes = [...new Set(leaves.map((leaf) => classNames[leaf.class]))];
    const where = classes.length === 1 ? 'not in the class' : 'in none of the classes';
    return `${named} ${codes.length === 1 ? 'is' : 'are'} ${where} ${both(classes)}`;
  },
};

/** More diagnoses than these are counted. */
const MOST_SAID = 6;

function withoutPoint(code: string): string {
  return code.replace('.', '');
}

const classNames: Readonly<Record<DiagnosisClass, string>> = {
  bipolar: 'bipolar disorder',
  majorDepression: 'major depression',
  psychotic: 'psychotic disorder',
  substanceUse: 'substance use disorder',
};

export const hasDiagnosisSchema = () =>
  z.strictObject({
    op: z.literal('hasDiagnosis'),
    fact: z.literal('assessment.diagnoses'),
    class: z.keyof(readingsSchema.shape.diagnosisClasses),
  });
