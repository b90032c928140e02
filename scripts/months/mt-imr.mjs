/**
 * Writes fixtures/months/mt-imr.*: an invented mental health center's February 2025 of Montana illness management
 * and recovery, exported on March 1 with the visits planned for March 3 and 4, and what a check of it must find.
 * The expectations hold with no other units billed (`--history none`) and as of 2025-03-01.
 */
import {
  chanceFrom,
  datedAhead,
  dateOf,
  finds,
  held,
  inventDate,
  isAlone,
  makeMonth,
  memberId,
  PAST_MIDNIGHT,
  slip,
  standing,
  unreadable,
  whenAndHow,
  writeMonth,
} from './people.mjs';

const { fails, unknown, due, failsAndUnknown, warns, nothing } = finds;
const LAST_DELIVERED = 28;

// Staff

const trainedIn = (topic, completedOn) => ({ topic, completedOn, documented: true });
const imrOn = (date) => [trainedIn('illness-management-and-recovery', date)];

const CLINICAL_SUPERVISOR = {
  id: 'T-81',
  credentials: [held('MT-LMHP', '2009-04-01')],
  clinical: true,
  trainings: imrOn('2018-05-11'),
};
/** Took the team over before being trained in the service, on the 10th. */
const NEW_SUPERVISOR = {
  id: 'T-82',
  credentials: [held('MT-LMHP', '2020-09-15')],
  clinical: true,
  trainings: [trainedIn('motivational-interviewing', '2024-03-05'), ...imrOn('2025-02-10')],
};
/** Runs the program; gives no clinical supervision. */
const PROGRAM_MANAGER = { id: 'T-83', credentials: [], clinical: false, trainings: imrOn('2016-10-03') };

const PEER_GAP = { from: 14, through: 18 };

const TEAM = [
  {
    id: 'T-01',
    credentials: [held('MT-LMHP', '2016-06-01', '2026-05-31')],
    trainings: imrOn('2019-02-21'),
    supervisor: 'none',
    group: { weekday: 3, at: '16:00' },
  },
  {
    id: 'T-02',
    credentials: [held('MT-PARAPROFESSIONAL', '2022-03-14')],
    trainings: [trainedIn('suicide-prevention', '2022-05-02'), ...imrOn('2022-06-09')],
    supervisor: CLINICAL_SUPERVISOR,
  },
  {
    id: 'T-03',
    credentials: [
      held('MT-CBHPSS', '2023-02-14', dateOf(PEER_GAP.from - 1)),
      held('MT-CBHPSS', dateOf(PEER_GAP.through + 1), '2027-02-18'),
    ],
    trainings: imrOn('2023-04-18'),
    supervisor: CLINICAL_SUPERVISOR,
    group: { weekday: 4, at: '15:45' },
  },
  {
    id: 'T-04',
    credentials: [held('MT-CBHPSS', '2021-11-08')],
    trainings: imrOn('2022-01-20'),
    supervisor: NEW_SUPERVISOR,
  },
  {
    id: 'T-05',
    credentials: [held('MT-PARAPROFESSIONAL', '2025-01-27')],
    trainings: imrOn('2025-02-12'),
    supervisor: CLINICAL_SUPERVISOR,
    firstDay: 5,
  },
  {
    id: 'T-06',
    credentials: [held('MT-LMHP', '2015-02-21', '2025-02-20')],
    trainings: imrOn('2020-10-15'),
    supervisor: 'none',
  },
].map((worker, index) => ({
  ...worker,
  slots: ['09:00', '10:30', '13:00', '14:30'],
  caseload: [1, 2, 3, 4].map((place) => memberId(500 + index * 4 + place)),
}));

const AGENCY = {
  id: 'A-31',
  credentials: [
    held('MT-LICENSED-MHC', '2022-01-01', '2024-12-31'),
    held('MT-LICENSED-MHC', '2025-01-01', '2027-12-31'),
  ],
};

// Members

const people = chanceFrom(41001);

/** What is known of a member beforehand; the rest is invented. */
const KNOWN = {
  'M-0506': { birthDate: '2007-02-20' },
  'M-0512': { determinations: [held('MT-SDMI', '2024-02-17', '2025-02-16'), held('MT-SDMI', '2025-02-24')] },
  'M-0514': { determinations: [held('MT-SDMI', '2025-02-11')] },
};

function inventMember(id) {
  return {
    id,
    birthDate: inventDate(people, 1953, 2003),
    determinations: [
      held('MT-SDMI', inventDate(people, 2022, 2024), people.happens(0.3) ? '2025-10-31' : undefined),
    ],
    ...KNOWN[id],
  };
}

const inventPlan = () => ({
  from: inventDate(people, 2024, 2024),
  through: people.oneOf(['2025-05-31', '2025-06-30', '2025-08-14']),
  includesService: true,
  memberChoseService: true,
});

const CASELOAD = TEAM.flatMap((worker) => worker.caseload);
const MEMBERS = new Map(CASELOAD.map((id) => [id, { member: inventMember(id), plan: inventPlan() }]));

// The ordinary session

const ACTIVITIES = ['psychoeducation', 'relapse-prevention', 'coping-skills-training'];

function sessionOf(visit, chance) {
  const { id, credentials, trainings, supervisor } = visit.worker;
  const { member, plan } = MEMBERS.get(visit.member);
  const isPlanned = visit.day > LAST_DELIVERED;
  return {
    service: 'mt/imr',
    phase: isPlanned ? 'proposed' : 'delivered',
    funding: 'medicaid',
    ...whenAndHow(visit),
    activities: chance.someOf(ACTIVITIES, chance.between(1, 2)),
    materials: ['imr-practitioners-guide', 'imr-educational-handouts'],
    billedInBundle: false,
    member,
    staff: { id, credentials, trainings, supervisor },
    agency: AGENCY,
    plan,
    ...(!isPlanned && { documentation: { medicalNecessityInFile: true } }),
  };
}

// What goes wrong

const STANDING = [
  standing(
    'planned, the file is not owed yet',
    { from: LAST_DELIVERED + 1 },
    due('documentation/medical-necessity'),
  ),
  standing(
    'peer certificate lapsed until renewed',
    { staff: 'T-03', ...PEER_GAP },
    fails('staff/qualification'),
  ),
  standing(
    'the new supervisor is not trained in the service yet',
    { staff: 'T-04', through: 9 },
    fails('staff/supervisor-training'),
  ),
  standing(
    'the new worker is not trained in the service yet',
    { staff: 'T-05', through: 11 },
    fails('staff/service-training'),
  ),
  standing(
    'licence ended, and nobody supervises',
    { staff: 'T-06', from: 21 },
    fails('staff/qualification', 'staff/supervisor-training'),
  ),
  standing(
    'the plan ran out and the next one starts days later',
    { member: 'M-0503', from: 10, through: 18 },
    fails('member/choice', 'plan/includes-service'),
    ({ plan }) => (plan.through = '2025-02-09'),
  ),
  standing(
    'the plan is amended to list the service on the 14th',
    { member: 'M-0508', through: 13 },
    fails('plan/includes-service'),
    ({ plan }) => (plan.includesService = false),
  ),
  standing(
    'the plan shows no choice of the service until it is signed again on the 14th',
    { member: 'M-0516', through: 13 },
    fails('member/choice'),
    ({ plan }) => (plan.memberChoseService = false),
  ),
  standing('turns eighteen on the 20th', { member: 'M-0506', through: 19 }, warns('member/adult', 'fail')),
  standing(
    'the yearly SDMI determination was renewed a week late',
    { member: 'M-0512', from: 17, through: 23 },
    fails('member/sdmi'),
  ),
  standing('SDMI established on the 11th', { member: 'M-0514', through: 10 }, fails('member/sdmi')),
  standing(
    'a second opinion finds no SDMI',
    { member: 'M-0519', from: 20 },
    fails('member/sdmi'),
    ({ member }) => (member.determinations = []),
  ),
];

const isIndividual = ({ format }) => format === 'individual';
const isLicensed = ({ staff }) => staff.credentials.some(({ code }) => code === 'MT-LMHP');
const isSupervised = (session) => !isLicensed(session);

const SLIPS = [
  PAST_MIDNIGHT,
  datedAhead(({ staff }) => staff.id !== 'T-06'),
  slip(
    'the handouts were not used',
    fails('session/materials'),
    (session) => session.materials.splice(1, 1),
    { times: 2 },
  ),
  slip('the guide was not used', fails('session/materials'), (session) => session.materials.splice(0, 1)),
  slip('no materials were used', fails('session/materials'), (session) => (session.materials = []), {
    fits: isIndividual,
  }),
  slip('materials not recorded', unknown('session/materials'), (session) => delete session.materials, {
    times: 2,
  }),
  slip('billed inside a bundle', fails('claim/not-bundled'), (session) => (session.billedInBundle = true), {
    times: 2,
  }),
  slip(
    'not known whether billed in a bundle',
    unknown('claim/not-bundled'),
    (session) => delete session.billedInBundle,
  ),
  slip('choice not recorded', unknown('member/choice'), ({ plan }) => delete plan.memberChoseService),
  slip('there is no plan', fails('member/choice', 'plan/includes-service'), (session) => {
    session.plan = 'none';
  }),
  slip(
    'the start of the plan is not known',
    unknown('member/choice', 'plan/includes-service'),
    ({ plan }) => delete plan.from,
  ),
  slip('plan without an end', nothing, ({ plan }) => delete plan.through, { times: 2 }),
  slip('SDMI not recorded', unknown('member/sdmi'), ({ member }) => delete member.determinations),
  slip(
    'the file does not show medical necessity',
    fails('documentation/medical-necessity'),
    ({ documentation }) => (documentation.medicalNecessityInFile = false),
    { times: 3 },
  ),
  slip(
    'nobody has looked into the file',
    unknown('documentation/medical-necessity'),
    (session) => delete session.documentation,
    { times: 2 },
  ),
  slip(
    'supervised by the program manager, which is not clinical supervision',
    fails('staff/qualification'),
    ({ staff }) => (staff.supervisor = structuredClone(PROGRAM_MANAGER)),
    { fits: isSupervised, times: 2 },
  ),
  slip(
    'no supervisor',
    fails('staff/qualification', 'staff/supervisor-training'),
    ({ staff }) => (staff.supervisor = 'none'),
    { fits: isSupervised },
  ),
  slip(
    'supervisor not recorded',
    unknown('staff/qualification', 'staff/supervisor-training'),
    ({ staff }) => delete staff.supervisor,
    { fits: isSupervised },
  ),
  slip(
    'supervisor not trained in the service',
    fails('staff/supervisor-training'),
    ({ staff }) => (staff.supervisor.trainings = [trainedIn('motivational-interviewing', '2021-03-09')]),
    { fits: isSupervised },
  ),
  slip(
    'the supervisor of a licensed professional is not recorded',
    nothing,
    ({ staff }) => delete staff.supervisor,
    { fits: isLicensed },
  ),
  slip('trained on a day not recorded', unknown('staff/service-training'), ({ staff }) =>
    staff.trainings.forEach((training) => delete training.completedOn),
  ),
  slip('no credential at all', fails('staff/qualification'), ({ staff }) => (staff.credentials = []), {
    fits: isSupervised,
  }),
  slip(
    'credentials not recorded: the supervision is in order',
    unknown('staff/qualification'),
    ({ staff }) => delete staff.credentials,
    { fits: isSupervised },
  ),
  slip(
    'served under an address whose licence had ended',
    fails('staff/qualification'),
    ({ agency }) => (agency.credentials = [held('MT-LICENSED-MHC', '2022-01-01', '2024-12-31')]),
    { fits: isSupervised },
  ),
  slip('agency not described', unknown('staff/qualification'), (session) => delete session.agency, {
    fits: isSupervised,
  }),
  slip('agency of a licensed professional not described', nothing, (session) => delete session.agency, {
    fits: isLicensed,
  }),
  slip('birth date not known', warns('member/adult', 'unknown'), ({ member }) => delete member.birthDate),
  slip('end time not known', unknown('session/time'), (session) => delete session.endTime, { fits: isAlone }),
  slip('more minutes than the clock', fails('session/time'), (session) => (session.minutes = 300), {
    fits: isAlone,
  }),
  slip(
    'no times at all: no unit is set to compare them with',
    nothing,
    (session) => {
      delete session.startTime;
      delete session.endTime;
    },
    { fits: isAlone },
  ),
  slip('units stated: no unit is set', nothing, (session) => (session.units = 9.5), { times: 3 }),
  slip('a charge stated: no rate is set', nothing, (session) => (session.charge = '92.40'), { times: 3 }),
  slip(
    'neither plan nor materials recorded, and billed in a bundle',
    failsAndUnknown(['claim/not-bundled'], ['member/choice', 'plan/includes-service', 'session/materials']),
    (session) => {
      session.billedInBundle = true;
      delete session.plan;
      delete session.materials;
    },
  ),
  unreadable('a line cut off', (session) => JSON.stringify(session).slice(0, 190)),
  unreadable('a misspelt key', (session) => JSON.stringify(session).replace('"materials"', '"material"')),
  unreadable('a determination that ends before it starts', (session) =>
    JSON.stringify({
      ...session,
      member: { ...session.member, determinations: [held('MT-SDMI', '2025-01-31', '2024-02-01')] },
    }),
  ),
];

/** Staff, member, day, start, end. */
const ARRANGED = [
  ['T-01', 'M-0503', 7, '11:30', '12:30'],
  ['T-01', 'M-0503', 10, '11:30', '12:30'],
  ['T-01', 'M-0503', 18, '11:30', '12:15'],
  ['T-01', 'M-0503', 19, '11:30', '12:30'],
  ['T-02', 'M-0506', 19, '11:40', '12:40'],
  ['T-02', 'M-0506', 20, '11:40', '12:40'],
  ['T-02', 'M-0508', 13, '11:40', '12:25'],
  ['T-02', 'M-0508', 14, '11:40', '12:25'],
  ['T-03', 'M-0509', 13, '11:40', '12:40'],
  ['T-03', 'M-0510', 14, '11:40', '12:25'],
  ['T-03', 'M-0509', 18, '11:40', '12:40'],
  ['T-03', 'M-0510', 19, '11:40', '12:25'],
  ['T-03', 'M-0512', 21, '11:40', '12:40'],
  ['T-03', 'M-0512', 24, '11:40', '12:40'],
  ['T-04', 'M-0514', 7, '11:40', '12:40'],
  ['T-04', 'M-0514', 10, '11:40', '12:40'],
  ['T-04', 'M-0514', 11, '11:40', '12:40'],
  ['T-05', 'M-0518', 11, '11:40', '12:40'],
  ['T-05', 'M-0518', 12, '11:40', '12:40'],
  ['T-05', 'M-0519', 19, '11:40', '12:40'],
  ['T-05', 'M-0519', 20, '11:40', '12:40'],
  ['T-06', 'M-0521', 20, '11:40', '12:40'],
  ['T-06', 'M-0521', 21, '11:40', '12:40'],
];

writeMonth(
  'mt-imr',
  makeMonth({
    seed: 20250201,
    prefix: 'IMR',
    lastDay: 32,
    pace: 0.17,
    lengths: [30, 45, 45, 50, 60, 60],
    team: TEAM,
    arranged: ARRANGED,
    sessionOf,
    standing: STANDING,
    slips: SLIPS,
  }),
);
