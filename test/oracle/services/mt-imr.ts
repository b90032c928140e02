import { dayAfter } from '../calendar.js';
import type { Facts } from '../facts.js';
import { materials } from '../lists.js';
import { adultProgram, allTrue, isFalse, must, ownSupervisor, paper, type OracleService } from '../rule.js';

const TOPIC = 'illness-management-and-recovery';

/** The plan's dates hold the date of service; an end that is left out is open. */
function isPlanInForce({ exists, stated, of, on }: Facts): boolean {
  if (!exists('plan')) return false;
  const through = stated('plan.through') as string | undefined;
  if (through !== undefined && through < on) return false;
  return (of('plan.from', () => [on, dayAfter(on, 1)]) ?? '') <= on;
}

function isTrained({ of, assume, meant, on }: Facts, path: string): boolean {
  const trainings = of<readonly object[]>(path, () => [[], [{ topic: TOPIC, completedOn: on }]]) ?? [];
  return trainings.some((training, index) => {
    const { topic, completedOn } = training as { topic: string; completedOn?: string | null };
    if (meant(path, topic, [TOPIC]) !== TOPIC) return false;
    return (completedOn ?? assume(`${path}.${index}.completedOn`, () => [on, dayAfter(on, 1)])) <= on;
  });
}

export const imr: OracleService = {
  id: 'mt/imr',
  from: '2022-10-01',
  unitMinutes: undefined,
  isOfMedicaid: true,
  rates: {},
  rules: [
    must('member/sdmi', ({ holds }) => holds('member.determinations', ['MT-SDMI'])),
    must('member/choice', (facts) => facts.isTrue('plan.memberChoseService') && isPlanInForce(facts)),
    must('staff/qualification', ({ holds, isTrue }, { licensedMhc }) => {
      if (holds('staff.credentials', ['MT-LMHP'])) return true;
      if (!holds('agency.credentials', ['MT-LICENSED-MHC'])) return false;
      if (licensedMhc === 'center') return true;
      return (
        holds('staff.credentials', ['MT-PARAPROFESSIONAL', 'MT-CBHPSS']) &&
        isTrue('staff.supervisor.clinical')
      );
    }),
    ownSupervisor(
      ({ holds }, { licensedMhc }) =>
        !holds('staff.credentials', ['MT-LMHP']) &&
        !(licensedMhc === 'center' && holds('agency.credentials', ['MT-LICENSED-MHC'])),
    ),
    must('staff/service-training', (facts) => isTrained(facts, 'staff.trainings')),
    {
      rule: 'staff/supervisor-training',
      judge(facts) {
        const path = 'staff.supervisor.trainings';
        if (!facts.holds('staff.credentials', ['MT-LMHP'])) return isTrained(facts, path) ? 'pass' : 'error';
        // What is not stated of the supervisor of a licensed professional is not asked.
        const isClinical = facts.stated('staff.supervisor.clinical') === true;
        if (!isClinical || facts.stated(path) === undefined) return 'pass';
        return isTrained(facts, path) ? 'pass' : 'warning';
      },
    },
    {
      rule: 'session/materials',
      judge({ list }, { materials: asked }) {
        const used = list('materials');
        if (materials.every((material) => used.includes(material))) return 'pass';
        return asked === 'program' ? 'warning' : 'error';
      },
    },
    must('claim/not-bundled', isFalse('billedInBundle')),
    must('plan/includes-service', (facts) => facts.isTrue('plan.includesService') && isPlanInForce(facts)),
    paper('documentation/medical-necessity', allTrue('documentation.medicalNecessityInFile')),
    adultProgram,
  ],
};
