import { describe, expect, test } from 'vitest';
import { changed, concept, REST, session, to, type Resource } from './support.js';

describe('diagnoses, where the mapping asks for them', () => {
  const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
  const VERIFIED = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
  const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
  const condition = (change: Resource = {}): Resource =>
    changed(
      {
        resourceType: 'Condition',
        id: 'd',
        clinicalStatus: concept('active', CLINICAL),
        verificationStatus: concept('confirmed', VERIFIED),
        code: concept('F31.9', ICD),
        subject: to('Patient/p1'),
        onsetDateTime: '2025-03-18',
      },
      change,
    );
  const asked = { diagnoses: true };
  const resolved = { clinicalStatus: concept('resolved', CLINICAL) };

  test('only then', () => {
    expect(session({}, [condition()]).value).not.toHaveProperty('assessment');
    expect(session({}, [condition()], { diagnoses: false }).value).not.toHaveProperty('assessment');
    const { value, places } = session({}, [condition()], asked);
    expect(value.assessment).toEqual({ diagnoses: ['F31.9'] });
    expect(places['/assessment/diagnoses/0']).toBe('Condition/d');
    expect(session({}, [], asked).value).not.toHaveProperty('assessment');
  });

  test.each<[string, Resource, string[] | undefined]>([
    ['begun on the next day', { onsetDateTime: '2025-03-19' }, undefined],
    ['begun in a month', { onsetDateTime: '2025-01' }, [REST]],
    ['recorded on the day', { onsetDateTime: undefined, recordedDate: '2025-03-18' }, ['F31.9']],
    ['recorded on the next day', { onsetDateTime: undefined, recordedDate: '2025-03-19' }, [REST]],
    ['of no day', { onsetDateTime: undefined }, [REST]],
    [
      'over on the day',
      { ...resolved, onsetDateTime: '2025-01-01', abatementDateTime: '2025-03-18' },
      ['F31.9'],
    ],
    [
      'over the day before',
      { ...resolved, onsetDateTime: '2025-01-01', abatementDateTime: '2025-03-17' },
      undefined,
    ],
    ['over, and not said when', resolved, [REST]],
    ['standing, and over', { onsetDateTime: '2025-01-01', abatementDateTime: '2025-03-18' }, [REST]],
    ['of no clinical status', { clinicalStatus: undefined }, [REST]],
    ['provisional', { verificationStatus: concept('provisional', VERIFIED) }, [REST]],
    ['of no verification', { verificationStatus: undefined }, [REST]],
    ['refuted', { verificationStatus: concept('refuted', VERIFIED) }, undefined],
    ['in error', { verificationStatus: concept('entered-in-error', VERIFIED) }, undefined],
    ['of a changed meaning', { modifierExtension: [{}] }, [REST]],
    ['of another patient', { subject: to('Patient/p2') }, undefined],
    [
      'of SNOMED CT',
      { code: concept('13746004', 'http://snomed.info/sct') },
      ['http://snomed.info/sct|13746004'],
    ],
    [
      'of both',
      { code: { coding: [...concept('13746004', 'x').coding, ...concept('F31.9', ICD).coding] } },
      ['F31.9'],
    ],
    [
      'of two codes',
      { code: { coding: [...concept('F31.0', ICD).coding, ...concept('F31.9', ICD).coding] } },
      [REST],
    ],
    ['mapped', { code: { text: 'Therapist' } }, ['therapist']],
    ['of nothing', { code: undefined }, [REST]],
  ])('%s', (_title, change, diagnoses) => {
    const { value } = session({}, [condition(change)], asked);
    expect(value.assessment?.valueOf()).toEqual(diagnoses === undefined ? undefined : { diagnoses });
  });

  test('each once, in one order', () => {
    const all = [condition({ id: 'b' }), condition({ id: 'a', code: concept('F41.1', ICD) }), condition()];
    const { value } = session({}, all, asked);
    expect(value.assessment).toEqual({ diagnoses: ['F41.1', 'F31.9'] });
  });
});

describe('scores, where the mapping names them', () => {
  const scores = { scores: { 'x|psi': 'psiPercentile', 'x|cal': 'calocusComposite' } } as const;
  const observation = (change: Resource = {}): Resource =>
    changed(
      {
        resourceType: 'Observation',
        id: 'o',
        status: 'final',
        code: concept('psi', 'x'),
        subject: to('Patient/p1'),
        effectiveDateTime: '2025-03-18',
        valueQuantity: { value: 91 },
      },
      change,
    );
  const day = (id: string, effectiveDateTime: string | undefined, value: number) =>
    observation({ id, effectiveDateTime, valueQuantity: { value } });

  test.each<[string, Resource[], unknown]>([
    ['one', [observation()], { psiPercentile: 91 }],
    ['a whole number', [observation({ valueQuantity: undefined, valueInteger: 90 })], { psiPercentile: 90 }],
    [
      'two kinds',
      [observation(), observation({ id: 'p', code: concept('cal', 'x'), valueQuantity: { value: 20 } })],
      { psiPercentile: 91, calocusComposite: 20 },
    ],
    [
      'the last by the day',
      [day('a', '2025-03-01', 80), day('b', '2025-02-01', 70), day('c', '2025-03-19', 99)],
      { psiPercentile: 80 },
    ],
    ['two of a day, alike', [day('a', '2025-03-01', 80), day('b', '2025-03-01', 80)], { psiPercentile: 80 }],
    ['two of a day that differ', [day('a', '2025-03-01', 80), day('b', '2025-03-01', 81)], undefined],
    ['one of no day beside it', [day('a', '2025-03-01', 80), day('b', undefined, 70)], undefined],
    ['amended', [observation({ status: 'amended' })], { psiPercentile: 91 }],
    ['preliminary', [observation({ status: 'preliminary' })], undefined],
    ['no status', [observation({ status: undefined })], undefined],
    ['in error', [observation({ status: 'entered-in-error' })], undefined],
    ['less than', [observation({ valueQuantity: { value: 91, comparator: '<' } })], undefined],
    ['no value', [observation({ valueQuantity: undefined })], undefined],
    [
      'the last one cannot be read',
      [day('a', '2025-03-01', 80), observation({ modifierExtension: [{}] })],
      undefined,
    ],
    ['another code', [observation({ code: concept('psi', 'y') })], undefined],
    ['of another patient', [observation({ subject: to('Patient/p2') })], undefined],
  ])('%s', (_title, observations, expected) => {
    const { value } = session({}, observations, scores);
    expect(value.assessment).toEqual(expected === undefined ? undefined : { scores: expected });
  });

  test('not asked for, none', () => {
    expect(session({}, [observation()]).value).not.toHaveProperty('assessment');
  });

  test('a percentile of more than a hundred is none', () => {
    const { value } = session({}, [day('a', '2025-03-01', 101), day('b', '2025-02-01', 90)], scores);
    expect(value).not.toHaveProperty('assessment');
    expect(session({}, [day('a', '2025-03-01', 100)], scores).value.assessment).toEqual({
      scores: { psiPercentile: 100 },
    });
  });
});
