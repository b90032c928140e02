import { readingsSchema, type Readings } from '../../readings/generated.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { FALSE, truthOf, UNKNOWN } from '../truth.js';
import type { Asking } from './operator.js';

export type DiagnosisClass = keyof Readings['diagnosisClasses'];

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
      return truthOf(
        (diagnoses as readonly string[]).some((code) =>
          prefixes.some((prefix) => written(code).startsWith(prefix)),
        ),
      );
    };
  },
  facts: ({ fact }) => [fact],
  describe: (leaf, isSo) => `${isSo ? 'a' : 'no'} diagnosis is of the class ${classNames[leaf.class]}`,
};

function withoutPoint(code: string): string {
  return code.replace('.', '');
}

/** As the prefixes are written. */
function written(code: string): string {
  return withoutPoint(code.trim().toUpperCase());
}

const classNames: Readonly<Record<DiagnosisClass, string>> = {
  bipolar: 'bipolar disorder',
  majorDepression: 'major depression',
  psychotic: 'psychotic disorders',
  substanceUse: 'substance use disorders',
};

export const hasDiagnosisSchema = () =>
  z.strictObject({
    op: z.literal('hasDiagnosis'),
    fact: z.literal('assessment.diagnoses'),
    class: z.keyof(readingsSchema.shape.diagnosisClasses),
  });
