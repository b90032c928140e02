// The rules of `mo/peer-support` written out by hand: what a check of this one service costs without a rules library.
// It gives the result that `checkSession(session, { history })` gives, and shares no code with it.
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const programs = new Set([
  'MO-CSTAR-ADOLESCENT',
  'MO-CSTAR-WOMEN-CHILDREN',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED',
  'MO-CSTAR-GENERAL',
  'MO-CSTAR-GENERAL-ENHANCED',
  'MO-CSTAR-OPIOID',
  'MO-PR-PLUS',
  'MO-PR-PLUS-ENHANCED',
]);
const keyFunctions = new Set([
  'connecting-with-community',
  'sharing-lived-experience',
  'supporting-choices',
  'identifying-strengths',
  'setting-goals',
  'supporting-employment',
  'health-and-wellness',
]);
const keyFunctionsAndSupport = new Set([
  ...keyFunctions,
  'mutual-support-group',
  'recovery-dialogue',
  'symptom-management-skills',
  'problem-solving-skills',
  'stages-in-recovery',
]);
const firstCredentials = new Set(['MO-MRSS-P', 'MO-CMPS']);
const laterCredentials = new Set(['MO-CPS']);
const supervisorCredentials = new Set(['MO-QSAP', 'MO-QMHP', 'MO-QAP']);
const licences = new Set(['MO-LPC', 'MO-PLPC', 'MO-LCSW', 'MO-PLCSW']);

/**
 * The session's result under the rules of `mo/peer-support`. The session must be valid; `history` may be left out.
 *
 * @param definition the digest that the result names.
 */
export function checkPeerSupportByHand(session, history, definition) {
  const { id, dateOfService: on, startTime, endTime, units, activities, member, staff, plan } = session;
  const findings = [];
  const passed = [];
  const notApplicable = [];
  const notices = [];
  const rules = { package: 'billability', version, definition };
  const service = 'mo/peer-support';
  const result =
    id == null
      ? { kind: 'session', service, verdict: 'undetermined', findings, passed, notApplicable, notices, rules }
      : {
          kind: 'session',
          id,
          service,
          verdict: 'undetermined',
          findings,
          passed,
          notApplicable,
          notices,
          rules,
        };

  if (session.phase === 'cancelled' || session.phase === 'no-show') {
    findings.push(notTakenPlace(session.phase));
    result.verdict = 'not-billable';
    for (const rule of otherRules)
      notApplicable.push({ rule, code: 'not-taken-place', message: 'The session did not take place.' });
    notices.push({
      code: 'limits-seen-here',
      message: 'Unit limits are judged on the units stated; units billed by other agencies are not seen.',
    });
    return result;
  }

  if (on < '2014-10-01') {
    findings.push(notInForce(on));
    return result;
  }
  passed.push('service/in-force');
  if (session.phase === 'proposed') {
    notApplicable.push({
      rule: 'session/took-place',
      code: 'phase-proposed',
      message: 'The session is proposed.',
    });
  } else {
    passed.push('session/took-place');
  }

  // Time.
  const stated = session.minutes ?? null;
  const noClock = startTime == null && endTime == null;
  const fullClock = startTime != null && endTime != null;
  const clockMinutes = fullClock ? minuteOfDay(endTime) - minuteOfDay(startTime) : null;
  const impossible = fullClock && (clockMinutes <= 0 || (stated !== null && stated > clockMinutes));
  const minutes = stated ?? (impossible ? null : clockMinutes);
  if (noClock) {
    notApplicable.push({
      rule: 'session/time',
      code: 'clock-not-stated',
      message: 'No clock times are stated.',
    });
  } else if (!fullClock) {
    findings.push(timesNotKnown(session, minutes));
  } else if (impossible) {
    findings.push(timesCannotBeSo(session, clockMinutes, minutes));
  } else {
    passed.push('session/time');
  }

  notApplicable.push(
    session.phase === 'proposed'
      ? { rule: 'session/delivered', code: 'phase-proposed', message: 'The session is proposed.' }
      : {
          rule: 'session/delivered',
          code: 'as-of-not-stated',
          message: 'No day of the check (asOf) is stated.',
        },
  );

  if (session.funding === 'purchase-of-service') {
    notApplicable.push({
      rule: 'session/funding',
      code: 'funding-not-set',
      message: 'Who pays is not set by this source.',
    });
  } else {
    passed.push('session/funding');
  }

  if (member?.birthDate == null) {
    notApplicable.push({
      rule: 'member/born',
      code: 'birth-date-not-stated',
      message: 'No birth date is stated.',
    });
  } else if (member.birthDate <= on) {
    passed.push('member/born');
  } else {
    findings.push(notBorn(on));
  }

  // Units.
  const claimed = units ?? null;
  const supported = minutes === null ? null : Math.floor(minutes / 15);
  if (claimed === null) {
    notApplicable.push({ rule: 'units/whole', code: 'units-not-stated', message: 'No units are stated.' });
  } else if (claimed >= 1 && Number.isInteger(claimed)) {
    passed.push('units/whole');
  } else {
    findings.push(unitsNotWhole(claimed));
  }

  if (impossible) {
    notApplicable.push({
      rule: 'units/time',
      code: 'times-impossible',
      message: 'The times stated cannot be so.',
    });
  } else if (claimed === 0 || (supported !== null && (claimed ?? 1) <= supported)) {
    passed.push('units/time');
  } else {
    findings.push(unitsBeyondTime(session, claimed, supported, minutes, fullClock || noClock));
  }

  if (impossible) {
    notApplicable.push({
      rule: 'units/unbilled-time',
      code: 'times-impossible',
      message: 'The times stated cannot be so.',
    });
  } else if (claimed === null || supported === null || !(fullClock || noClock)) {
    notApplicable.push({
      rule: 'units/unbilled-time',
      code: 'units-or-time-not-known',
      message: 'The units or the time are not known.',
    });
  } else if (claimed >= supported) {
    passed.push('units/unbilled-time');
  } else {
    findings.push(timeUnbilled(session, claimed, supported, minutes));
  }

  notApplicable.push({
    rule: 'claim/charge',
    code: 'rate-not-set',
    message: 'A rate is not set by this source.',
  });

  // Limits: at least and at most so many units were used before, and are asked for.
  let dayLeast = 0;
  let dayMost = 0;
  let monthLeast = 0;
  let monthMost = 0;
  let idsAgree = 0;
  const dayOpen = [];
  const monthOpen = [];
  if (history == null) {
    dayMost = Infinity;
    monthMost = Infinity;
  } else if (history.length > 0) {
    const month = on.slice(0, 7);
    const memberId = member?.id;
    for (const use of history) {
      const isOther = use.memberId != null && memberId != null && use.memberId !== memberId;
      if (use.id != null && use.id === id) {
        const isOfIt = use.service == null || use.service === service;
        if (use.dateOfService === on && isOfIt && !isOther) continue;
        idsAgree += 1;
      }
      if (!use.dateOfService.startsWith(month)) continue;
      if (isOther && plainKey(use.memberId) !== plainKey(memberId)) continue;
      // A code that no definition has may be this service's; H2017 is another one in Missouri.
      const isDoubtful = use.service == null;
      if (isDoubtful ? /^\s*h2017/i.test(use.procedureCode) : use.service !== service) continue;
      const certain = !isDoubtful && (use.memberId == null || (memberId != null && !isOther));
      const asks = isDoubtful ? facts.history : facts.memberId;
      if (!certain) monthOpen.push(asks);
      if (!certain && use.dateOfService === on) dayOpen.push(asks);
      monthMost = sum(monthMost, use.units);
      if (certain) monthLeast = sum(monthLeast, use.units);
      if (use.dateOfService !== on) continue;
      dayMost = sum(dayMost, use.units);
      if (certain) dayLeast = sum(dayLeast, use.units);
    }
  }
  const open = (some) =>
    history == null ? [facts.history] : [facts.memberId, facts.history].filter((fact) => some.includes(fact));
  const asked = claimed ?? supported ?? (impossible ? 0 : null);
  const askedLeast = asked ?? 0;
  const askedMost = asked ?? Infinity;
  if (sum(dayMost, askedMost) <= 32) {
    passed.push('units/daily-limit');
  } else {
    const window = { per: 'day', from: on, through: on };
    findings.push(overLimit(session, open(dayOpen), 32, window, dayLeast, dayMost, askedLeast, askedMost));
  }
  if (sum(monthMost, askedMost) <= 96) {
    passed.push('units/monthly-limit');
  } else {
    const window = { per: 'calendar-month', from: `${on.slice(0, 7)}-01`, through: lastDayOfMonth(on) };
    findings.push(
      overLimit(session, open(monthOpen), 96, window, monthLeast, monthMost, askedLeast, askedMost),
    );
  }

  // 1.1
  const enrolments = member?.programs;
  if (enrolments == null) findings.push(programNotKnown());
  else if (holdsOneOf(enrolments, programs, on)) passed.push('member/program');
  else findings.push(noProgram(enrolments, on));

  // 3.2.1, 3.2.2
  const { personCentered } = session;
  if (personCentered == null) findings.push(personCenteredNotKnown());
  else if (personCentered) passed.push('session/person-centered');
  else findings.push(notPersonCentered());

  // 3.2.3
  const servesGoal = plan === 'none' ? false : plan?.sessionServesGoal;
  const ended = plan !== 'none' && plan?.through != null && plan.through < on;
  const begins = plan !== 'none' && plan?.from != null && plan.from > on;
  if (ended || begins) findings.push(planOfAnotherDay(plan, ended, servesGoal));
  else if (servesGoal == null) findings.push(goalNotKnown());
  else if (servesGoal) passed.push('plan/goal');
  else findings.push(noGoal(plan));

  // 4.1, 5.4
  if (activities == null) findings.push(keyFunctionNotKnown());
  else if (hasOneOf(activities, keyFunctions)) passed.push('session/key-function');
  else if (hasOneOf(activities, keyFunctionsAndSupport)) findings.push(onlySupport(activities));
  else findings.push(noKeyFunction(activities));

  // 5.1
  const credentials = staff?.credentials;
  if (credentials == null) findings.push(credentialNotKnown());
  else if (
    holdsOneOf(credentials, firstCredentials, on) ||
    (on >= '2018-03-01' && holdsOneOf(credentials, laterCredentials, on))
  )
    passed.push('staff/credential');
  else findings.push(noCredential(credentials, on));

  // 5.2
  const supervisor = staff?.supervisor;
  const supervision = supervisor === 'none' ? [] : supervisor?.credentials;
  if (supervision == null) findings.push(supervisionNotKnown());
  else if (holdsOneOf(supervision, supervisorCredentials, on)) passed.push('staff/supervision');
  else if (mayBeQmhp(supervision, on)) findings.push(supervisionNotKnown('qmhp-by-licence'));
  else findings.push(noSupervision(supervisor, on));

  const supervisorId = supervisor === 'none' ? null : supervisor?.id;
  if (staff?.id == null || supervisorId == null) {
    notApplicable.push({
      rule: 'staff/own-supervisor',
      code: 'clause-does-not-apply',
      message: 'No supervisor is asked for, or the staff member and the supervisor are not both stated.',
    });
  } else if (staff.id === supervisorId) {
    findings.push(ownSupervisor());
  } else {
    passed.push('staff/own-supervisor');
  }

  // 5.3, 6.3
  const inTeam = staff?.treatmentTeamMember;
  if (inTeam == null) findings.push(teamNotKnown());
  else if (inTeam) passed.push('staff/treatment-team');
  else findings.push(notInTeam());

  // 5.3
  const inMeetings = staff?.attendsTeamMeetings;
  if (inMeetings == null) findings.push(meetingsNotKnown());
  else if (inMeetings) passed.push('staff/team-meetings');
  else findings.push(notInMeetings());

  // 6.2
  if (activities == null) findings.push(transportationNotKnown());
  else if (activities.length === 0 || hasOther(activities, 'transportation'))
    passed.push('session/not-only-transportation');
  else findings.push(onlyTransportation());

  // 6.3
  const replaces = staff?.replacesTreatmentStaff;
  if (replaces == null) findings.push(replacementNotKnown());
  else if (replaces) findings.push(replacement());
  else passed.push('staff/not-a-replacement');

  // 6.3
  const roles = member?.careTeamRoles;
  if (roles == null) findings.push(otherStaffNotKnown());
  else if (hasOther(roles, 'peer-specialist')) passed.push('member/other-staff-assigned');
  else findings.push(noOtherStaff());

  // 6.4
  const birthDate = member?.birthDate;
  if (birthDate == null) {
    findings.push(ageNotKnown());
  } else {
    const years = yearOf(on) - yearOf(birthDate);
    if (years > 16 || (years === 16 && on.slice(5) >= birthDate.slice(5))) passed.push('member/age');
    else findings.push(tooYoung(birthDate, on));
  }

  // 6.5
  const documented = session.documentation?.meetsProgramRequirements;
  if (documented == null) findings.push(documentationNotKnown(session));
  else if (documented) passed.push('documentation/program-requirements');
  else findings.push(documentationLacking(session));

  if (session.phase === 'proposed') {
    for (const { missing } of findings)
      for (const one of missing) one.question = ofProposed[one.question] ?? one.question;
  }
  result.verdict = findings.length === 0 ? 'billable' : verdictOf(findings);
  const counts = { rounding: 'floor' };
  if (claimed !== null) counts.claimed = claimed;
  if (!impossible) {
    if (supported !== null) counts.supported = supported;
    if (minutes !== null) counts.minutes = minutes;
  }
  result.units = counts;
  if (on > '2019-10-01') {
    notices.push({
      code: 'source-age',
      data: { from: '2014-10-01' },
      message:
        'The rules are those of 2014-10-01; later ones are not on file. Compare with what your payer says now.',
    });
  }
  notices.push({
    code: 'limits-seen-here',
    message: 'Unit limits are judged on the units stated; units billed by other agencies are not seen.',
  });
  if (idsAgree > 0) {
    notices.push({
      code: 'ids-agree',
      data: { count: idsAgree },
      message: `Sessions already billed with the id of an entry, but of another day, service or member, are counted, and not taken for it: ${idsAgree}.`,
    });
  }
  return result;
}

function minuteOfDay(time) {
  return (
    (time.charCodeAt(0) - 48) * 600 +
    (time.charCodeAt(1) - 48) * 60 +
    (time.charCodeAt(3) - 48) * 10 +
    (time.charCodeAt(4) - 48)
  );
}

function yearOf(date) {
  return (
    (date.charCodeAt(0) - 48) * 1000 +
    (date.charCodeAt(1) - 48) * 100 +
    (date.charCodeAt(2) - 48) * 10 +
    (date.charCodeAt(3) - 48)
  );
}

/** Units are added to a millionth, so that 0.1 and 0.2 are 0.3. */
function sum(one, other) {
  return Math.round((one + other) * 1e6) / 1e6;
}

function isHeld({ from, through }, on) {
  return (from == null || from <= on) && (through == null || on <= through);
}

function holdsOneOf(list, codes, on) {
  for (const entry of list) {
    if (codes.has(entry.code) && isHeld(entry, on)) return true;
  }
  return false;
}

function hasOneOf(list, codes) {
  for (const code of list) {
    if (codes.has(code)) return true;
  }
  return false;
}

function hasOther(list, code) {
  for (const entry of list) {
    if (entry !== code) return true;
  }
  return false;
}

function verdictOf(findings) {
  let verdict = 'billable';
  for (const { severity, outcome } of findings) {
    if (severity !== 'error') continue;
    if (outcome === 'fail') return 'not-billable';
    if (outcome === 'unknown') verdict = 'undetermined';
  }
  return verdict;
}

// From here on: findings, built only where something is wrong or not known.

function fact(path, type, heldBy, label, question, answer = {}) {
  return { path, type, heldBy, label, question, ...answer };
}

const facts = {
  startTime: fact('/startTime', 'time', 'clinician', 'the start time', 'At what time did the session start?'),
  endTime: fact('/endTime', 'time', 'clinician', 'the end time', 'At what time did the session end?'),
  history: fact(
    '/history',
    'prior-uses',
    'billing',
    'the units already billed',
    'Which units of this service have already been billed for the member?',
  ),
  memberId: fact('/member/id', 'text', 'front-desk', "the member's key", 'Which member is it?'),
  programs: fact(
    '/member/programs',
    'dated-codes',
    'front-desk',
    "the member's programs",
    'In which programs is the member enrolled, from when through when?',
  ),
  personCentered: fact(
    '/personCentered',
    'boolean',
    'clinician',
    'whether the session was strengths-based and person-centered',
    'Was the session individualized, person-centered and strengths-based, with a focus on recovery?',
    {
      parts: [
        'The session is individualized.',
        'It is person-centered.',
        'It is strengths-based.',
        'It has a focus on recovery.',
      ],
      goodAnswer: true,
    },
  ),
  goal: fact(
    '/plan/sessionServesGoal',
    'boolean',
    'clinician',
    'whether the session works toward a goal of the plan',
    "Does the session work toward a goal of the member's plan?",
    { goodAnswer: true },
  ),
  activities: fact(
    '/activities',
    'codes',
    'clinician',
    "the session's activities",
    'What was done in the session?',
  ),
  credentials: fact(
    '/staff/credentials',
    'dated-codes',
    'personnel',
    "the rendering staff member's credentials",
    'Which licenses, certifications and approvals does the rendering staff member hold, from when through when?',
  ),
  supervision: fact(
    '/staff/supervisor/credentials',
    'dated-codes',
    'personnel',
    "the supervisor's credentials",
    "Which credentials does the rendering staff member's supervisor hold, from when through when?",
  ),
  team: fact(
    '/staff/treatmentTeamMember',
    'boolean',
    'supervisor',
    "whether the rendering staff member works in the member's treatment team",
    "Does the rendering staff member work as part of the member's treatment team?",
    { goodAnswer: true },
  ),
  meetings: fact(
    '/staff/attendsTeamMeetings',
    'boolean',
    'supervisor',
    'whether the rendering staff member takes part in staff meetings',
    'Does the rendering staff member take part in staff meetings about the people served?',
    { goodAnswer: true },
  ),
  replacement: fact(
    '/staff/replacesTreatmentStaff',
    'boolean',
    'supervisor',
    'whether the rendering staff member stands in for the community support specialist or the therapist',
    'Does the rendering staff member stand in for the community support specialist or the therapist?',
    { goodAnswer: false },
  ),
  roles: fact(
    '/member/careTeamRoles',
    'codes',
    'supervisor',
    'the roles of the staff assigned to the member',
    'Which roles do all staff assigned to the member have?',
  ),
  birthDate: fact(
    '/member/birthDate',
    'date',
    'front-desk',
    "the member's birth date",
    'When was the member born?',
  ),
  documentation: fact(
    '/documentation/meetsProgramRequirements',
    'boolean',
    'supervisor',
    'whether the documentation meets the certification and MO HealthNet requirements',
    'Does the documentation meet the certification and, as applicable, MO HealthNet requirements?',
    {
      parts: [
        'The documentation meets the certification requirements.',
        'It meets the MO HealthNet requirements, as far as they apply.',
      ],
      goodAnswer: true,
    },
  ),
};

const knownActivities = new Set([
  ...keyFunctionsAndSupport,
  'psychoeducation',
  'relapse-prevention',
  'coping-skills-training',
  'independent-living-skills',
  'personal-living-skills',
  'interpersonal-skills',
  'transportation',
  'psychotherapy',
  'counseling',
  'recreation',
]);
const knownPrograms = new Set([...programs, 'MO-ADULT-CPR']);
const knownCredentials = new Set([
  'MO-LPC',
  'MO-PLPC',
  'MO-LCSW',
  'MO-PLCSW',
  'MO-DMH-PSR-IMR-STAFF',
  'MO-MRSS-P',
  'MO-CMPS',
  'MO-CPS',
  'MO-QMHP',
  'MO-QSAP',
  'MO-QAP',
  'MT-LMHP',
  'MT-PARAPROFESSIONAL',
  'MT-CBHPSS',
]);

function bulletin(section) {
  return {
    source: 'mo-fy15-clinical-30',
    title: 'Clinical Services Bulletin FY15-Clinical-30, Peer Support Services',
    section,
    inForceFrom: '2014-10-01',
    basis: 'source',
  };
}

function general(section) {
  return { source: 'general', title: 'General billing rule', section, basis: 'general' };
}

function likely(carc, rarc) {
  return rarc === undefined
    ? { carc, group: 'CO', likelihood: 'likely', seenAt: 'claim' }
    : { carc, rarc, group: 'CO', likelihood: 'likely', seenAt: 'claim' };
}

function possible(carc, rarc) {
  return { ...likely(carc, rarc), likelihood: 'possible' };
}

function atAudit(carc, rarc) {
  return { ...possible(carc, rarc), seenAt: 'audit' };
}

function unitsClaimed(units) {
  return units === null
    ? 'No units are stated.'
    : `${count(units, 'unit')} ${units === 1 ? 'is' : 'are'} claimed.`;
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** All but that it took place, in the order of findings. */
const otherRules = [
  'service/in-force',
  'session/time',
  'session/delivered',
  'session/funding',
  'member/born',
  'units/whole',
  'units/time',
  'units/unbilled-time',
  'claim/charge',
  'units/daily-limit',
  'units/monthly-limit',
  'member/program',
  'session/person-centered',
  'plan/goal',
  'session/key-function',
  'staff/credential',
  'staff/supervision',
  'staff/own-supervisor',
  'staff/treatment-team',
  'staff/team-meetings',
  'session/not-only-transportation',
  'staff/not-a-replacement',
  'member/other-staff-assigned',
  'member/age',
  'documentation/program-requirements',
];

/** The options that change a reading. */
const settings = {
  rounding: 'rounding',
  'leap-birthday': 'leapBirthday',
  'qmhp-by-licence': 'qmhpByLicence',
};

/** Puts a finding together; what is not stated is empty, and the severity an error. */
function finding({ rule, outcome, severity = 'error', message, data = {}, paths = [], ...rest }) {
  const { unknown = [], citation, reading, denials = [] } = rest;
  const basis = reading === undefined ? citation.basis : 'reading';
  const made = {
    rule,
    outcome,
    severity,
    message,
    data,
    paths: [...paths, ...unknown.map(({ path }) => path)],
    missing: unknown.map(missingFact),
    citations: [citation],
    basis,
    denials: outcome === 'fail' ? denials : [],
  };
  if (reading !== undefined) made.reading = { name: reading, setting: settings[reading] ?? null };
  return made;
}

/** What is asked of a session that lies ahead. */
const ofProposed = {
  'At what time did the session start?': 'At what time will the session start?',
  'At what time did the session end?': 'At what time will the session end?',
  'Was the session individualized, strengths-based and person-centered, with a focus on recovery?':
    'Will the session be individualized, strengths-based and person-centered, with a focus on recovery?',
  "Does the session work toward a goal of the member's plan?":
    "Will the session work toward a goal of the member's plan?",
  'What was done in the session?': 'What will be done in the session?',
  'In which programs is the member enrolled, from when through when?':
    'In which programs will the member be enrolled, from when through when?',
  'Which licenses, certifications and approvals does the rendering staff member hold, from when through when?':
    'Which licenses, certifications and approvals will the rendering staff member hold, from when through when?',
  "Which credentials does the rendering staff member's supervisor hold, from when through when?":
    "Which credentials will the rendering staff member's supervisor hold, from when through when?",
  'Does the rendering staff member stand in for the community support specialist or the therapist?':
    'Will the rendering staff member stand in for the community support specialist or the therapist?',
  'Does the documentation meet the certification and, as applicable, MO HealthNet requirements?':
    'Will the documentation meet the certification and, as applicable, MO HealthNet requirements?',
};

function missingFact({ path, question, type, heldBy, parts, goodAnswer }) {
  const missing = { path, question, type, heldBy };
  if (parts !== undefined) missing.parts = [...parts];
  if (goodAnswer !== undefined) missing.goodAnswer = goodAnswer;
  return missing;
}

function statedTimes({ startTime, endTime, minutes }) {
  const paths = [];
  if (startTime != null) paths.push('/startTime');
  if (endTime != null) paths.push('/endTime');
  if (minutes != null) paths.push('/minutes');
  return paths;
}

function unknownTimes({ startTime, endTime }) {
  const unknown = [];
  if (startTime == null) unknown.push(facts.startTime);
  if (endTime == null) unknown.push(facts.endTime);
  return unknown;
}

function labelsOf(unknown) {
  return unknown.map(({ label }) => label).join('; ');
}

function notInForce(on) {
  return finding({
    rule: 'service/in-force',
    outcome: 'unknown',
    message: `No rules are on file for ${on}. The definition is in force from 2014-10-01.`,
    data: { from: '2014-10-01', through: null, dateOfService: on },
    paths: ['/dateOfService'],
    citation: bulletin('header'),
  });
}

const notTakenInWords = {
  cancelled: 'The session was cancelled.',
  'no-show': 'The member did not come to the session.',
};

function notTakenPlace(phase) {
  return finding({
    rule: 'session/took-place',
    outcome: 'fail',
    message: `${notTakenInWords[phase]} A session that did not take place is not billed.`,
    data: { phase },
    paths: ['/phase'],
    citation: general('A session that did not take place is not billed'),
    denials: [atAudit('112')],
  });
}

function notBorn(on) {
  return finding({
    rule: 'member/born',
    outcome: 'fail',
    message: `The member's birth date is after the date of service, ${on}. A member is born on or before the date of service.`,
    data: { dateOfService: on },
    paths: ['/member/birthDate', '/dateOfService'],
    citation: general('A service is for someone who was born'),
    denials: [likely('14')],
  });
}

function timesCannotBeSo(session, clockMinutes, minutes) {
  const { startTime, endTime } = session;
  let message;
  if (endTime === '00:00') {
    message = `The session starts at ${startTime} and ends at 00:00, which is the start of the day. Its end at midnight is written 24:00.`;
  } else if (clockMinutes === 0) {
    message = `The session starts and ends at ${startTime}. It must end after it starts.`;
  } else if (clockMinutes < 0) {
    message = `The session starts at ${startTime} and ends at ${endTime}. One that runs past midnight is recorded as two, split at midnight; or the end lacks 12 hours (AM for PM).`;
  } else {
    message = `${count(minutes, 'minute')} ${minutes === 1 ? 'is' : 'are'} stated. From ${startTime} to ${endTime} there are only ${clockMinutes}.`;
  }
  return finding({
    rule: 'session/time',
    outcome: 'fail',
    message,
    data: { clockMinutes, minutes },
    paths: statedTimes(session),
    citation: general('A session ends after it starts, on the same day'),
    denials: [atAudit('16', 'N443')],
  });
}

function timesNotKnown(session, minutes) {
  const unknown = unknownTimes(session);
  return finding({
    rule: 'session/time',
    outcome: 'unknown',
    message: `Not known: ${labelsOf(unknown)}. A session ends after it starts, on the same day, and its minutes fit between.`,
    data: { clockMinutes: null, minutes },
    paths: statedTimes(session),
    unknown,
    citation: general('A session ends after it starts, on the same day'),
  });
}

function unitsNotWhole(claimed) {
  return finding({
    rule: 'units/whole',
    outcome: 'fail',
    message: `${unitsClaimed(claimed)} Units are billed whole, and at least one.`,
    data: { claimed },
    paths: ['/units'],
    citation: bulletin('6.1'),
    denials: [likely('16', 'M53')],
  });
}

function unitsBeyondTime(session, claimed, supported, minutes, clockKnown) {
  const known = supported !== null && clockKnown;
  const unknown = known ? [] : unknownTimes(session);
  const most =
    supported === null
      ? 'A unit is 15 minutes.'
      : `${count(minutes, 'minute')} ${minutes === 1 ? 'supports' : 'support'} only ${count(supported, 'unit')} of 15 minutes.`;
  const message = `${unitsClaimed(claimed)} ${most}`;
  return finding({
    rule: 'units/time',
    outcome: known ? 'fail' : 'unknown',
    message: known ? message : `Not known: ${labelsOf(unknown)}. ${message}`,
    data: { claimed, supported, minutes, unitMinutes: 15 },
    paths: claimed === null ? statedTimes(session) : ['/units', ...statedTimes(session)],
    unknown,
    citation: bulletin('6.1'),
    reading: 'rounding',
    denials: [atAudit('151', 'N206')],
  });
}

function timeUnbilled(session, claimed, supported, minutes) {
  return finding({
    rule: 'units/unbilled-time',
    outcome: 'fail',
    severity: 'info',
    message: `${unitsClaimed(claimed)} ${count(minutes, 'minute')} support ${count(supported, 'unit')} of 15 minutes, which is more.`,
    data: { claimed, supported, minutes, unitMinutes: 15 },
    paths: ['/units', ...statedTimes(session)],
    citation: bulletin('6.1'),
    reading: 'rounding',
  });
}

function overLimit(session, open, limit, window, usedLeast, usedMost, askedLeast, askedMost) {
  const isDay = window.per === 'day';
  const used = usedLeast === usedMost ? usedLeast : null;
  const asked = askedLeast === askedMost ? askedLeast : null;
  const remaining = used === null ? null : Math.max(0, sum(limit, -used));
  const over = used === null || asked === null ? null : Math.max(0, sum(sum(used, asked), -limit));
  const fails = sum(usedLeast, askedLeast) > limit;
  const unknown = [];
  let message;
  if (fails) {
    const now = `${asked === null ? 'at least ' : ''}${count(askedLeast, 'unit')}`;
    const before = `${used === null ? 'at least ' : ''}${count(usedLeast, 'unit')}`;
    const period = isDay ? `on ${window.from}` : `from ${window.from} through ${window.through}`;
    const rest =
      remaining === null ? '' : ` ${count(remaining, 'unit')} ${remaining === 1 ? 'remains' : 'remain'}.`;
    message = `Asked for ${now}, beside ${before} already used, of the ${count(limit, 'unit')} allowed ${period}.${rest}`;
  } else {
    if (asked === null) unknown.push(...unknownTimes(session));
    if (used === null) unknown.push(...open);
    message = `Not known: ${labelsOf(unknown)}. A member may receive at most ${limit} units in a ${isDay ? 'day' : 'calendar month'}.`;
  }
  return finding({
    rule: isDay ? 'units/daily-limit' : 'units/monthly-limit',
    outcome: fails ? 'fail' : 'unknown',
    message,
    data: { limit, used, asked, remaining, over, window },
    paths: ['/dateOfService', ...(session.units == null ? statedTimes(session) : ['/units'])],
    unknown,
    citation: bulletin('6.1'),
    reading: fails && remaining !== null && remaining > 0 ? 'partial-excess' : undefined,
    denials: [likely('119', 'N362'), possible('273')],
  });
}

/** Letter case, blanks, and zeros at the start may be a mistake. */
function plainKey(key) {
  let plain = key.toLowerCase().split(/\s/).join('');
  while (plain.startsWith('0')) plain = plain.slice(1);
  return plain;
}

function lastDayOfMonth(date) {
  const month = Number(date.slice(5, 7));
  const next = month === 12 ? `${yearOf(date) + 1}`.padStart(4, '0') : date.slice(0, 4);
  const first = Date.parse(`${next}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00Z`);
  return Number.isNaN(first)
    ? `${date.slice(0, 7)}-31`
    : new Date(first - 86_400_000).toISOString().slice(0, 10);
}

/** Why codes that a person might expect to count do not: not held that day, not yet accepted, or misspelt. */
function hintsOf(list, codes, known, on, since) {
  const hints = [];
  for (const [index, entry] of list.entries()) {
    const code = typeof entry === 'string' ? entry : entry.code;
    if (!codes.has(code)) {
      const meant = known.has(code) ? undefined : (almost(code, codes) ?? almost(code, known));
      if (meant !== undefined) {
        hints.push({
          index,
          code: meant,
          text: `one entry is written almost like ${meant}`,
          sentence: `One entry is written almost like ${meant}.`,
        });
      }
    } else if (typeof entry !== 'string') {
      if (!isHeld(entry, on)) {
        const text =
          entry.from != null && entry.from > on
            ? `${codeWords[code]} (${code}) begins on ${entry.from}, after the session`
            : `${codeWords[code]} (${code}) ended on ${entry.through}, before the session`;
        hints.push({ index, code, text, sentence: `${text}.`, lapsed: true });
      } else if (since !== undefined) {
        const text = `${codeWords[code]} (${code}) counts only from ${since} on, after the session`;
        hints.push({ index, code, text, sentence: `${text}.` });
      }
    }
  }
  return hints;
}

const codeWords = {
  'MO-CSTAR-ADOLESCENT': 'CSTAR Adolescent',
  'MO-CSTAR-WOMEN-CHILDREN': 'CSTAR Women and Children',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED': 'CSTAR Women and Children Enhanced',
  'MO-CSTAR-GENERAL': 'CSTAR General Population',
  'MO-CSTAR-GENERAL-ENHANCED': 'CSTAR General Population Enhanced',
  'MO-CSTAR-OPIOID': 'CSTAR Opioid',
  'MO-PR-PLUS': 'Primary Recovery Plus',
  'MO-PR-PLUS-ENHANCED': 'Enhanced Primary Recovery Plus',
  'MO-MRSS-P': 'Missouri Recovery Support Specialist - Peer',
  'MO-CMPS': 'Certified Missouri Peer Specialist',
  'MO-CPS': 'Certified Peer Specialist',
  'MO-QMHP': 'Qualified Mental Health Professional',
  'MO-QSAP': 'Qualified Substance Abuse Professional',
  'MO-QAP': 'Qualified Addiction Professional',
};

/** The code that is the same but for capitals, or else the first that is one letter off. */
function almost(code, codes) {
  const word = code.toLowerCase();
  const wanted = [...codes];
  return (
    wanted.find((other) => other.toLowerCase() === word) ??
    wanted.find((other) => isOneLetterOff(other.toLowerCase(), word))
  );
}

function isOneLetterOff(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** A finding about a clause that is not met, with the hints on the list that it reads. */
function withHints({ message, clause, path, hints, ...rest }) {
  const sentences = [
    ...(message === undefined ? [] : [`${message}.`]),
    ...hints.map((hint) => hint.sentence),
  ];
  return finding({
    ...rest,
    outcome: 'fail',
    message: `${[...new Set(sentences)].join(' ')} ${clause}`,
    data: hints.length === 0 ? {} : { hints: hints.map(({ code, text }) => ({ code, text })) },
    paths: [...new Set([path, ...hints.map(({ index }) => `${path}/${index}`)])],
  });
}

const programClause = 'Peer support is for people enrolled in a CSTAR or Primary Recovery Plus program.';

function programNotKnown() {
  return finding({
    rule: 'member/program',
    outcome: 'unknown',
    message: `Not known: ${facts.programs.label}. ${programClause}`,
    unknown: [facts.programs],
    citation: bulletin('1.1'),
  });
}

function noProgram(enrolments, on) {
  return withHints({
    rule: 'member/program',
    message: `On ${on} the member is enrolled in no CSTAR and no Primary Recovery Plus program`,
    clause: programClause,
    path: '/member/programs',
    hints: hintsOf(enrolments, programs, knownPrograms, on),
    citation: bulletin('1.1'),
    denials: [atAudit('177', 'N30')],
  });
}

function personCenteredNotKnown() {
  return finding({
    rule: 'session/person-centered',
    outcome: 'unknown',
    severity: 'warning',
    message: `Not known: ${facts.personCentered.label}. Peer support is individualized, person-centered and strengths-based.`,
    unknown: [facts.personCentered],
    citation: bulletin('3.2.1, 3.2.2'),
  });
}

function notPersonCentered() {
  return finding({
    rule: 'session/person-centered',
    outcome: 'fail',
    severity: 'warning',
    message:
      'The session was not all of these: individualized, person-centered, strengths-based, with a focus on recovery. Peer support is individualized, person-centered and strengths-based.',
    paths: ['/personCentered'],
    citation: bulletin('3.2.1, 3.2.2'),
    denials: [atAudit('272', 'N180')],
  });
}

function goalNotKnown() {
  return finding({
    rule: 'plan/goal',
    outcome: 'unknown',
    message: `Not known: ${facts.goal.label}. Peer support assists with goals of the individual's own treatment or recovery plan.`,
    unknown: [facts.goal],
    citation: bulletin('3.2.3'),
  });
}

function noGoal(plan) {
  return finding({
    rule: 'plan/goal',
    outcome: 'fail',
    message: `${plan === 'none' ? 'There is no plan' : 'The session works toward no goal of the plan'}. Peer support assists with goals of the individual's own treatment or recovery plan.`,
    paths: [plan === 'none' ? '/plan' : '/plan/sessionServesGoal'],
    citation: bulletin('3.2.3'),
    denials: [atAudit('272', 'M135')],
  });
}

function planOfAnotherDay({ from, through }, ended, servesGoal) {
  const reasons = [
    ...(servesGoal === false ? ['The session works toward no goal of the plan'] : []),
    ended
      ? `The plan ended on ${through}, before the session`
      : `The plan begins on ${from}, after the session`,
  ];
  return finding({
    rule: 'plan/goal',
    outcome: 'fail',
    message: `${reasons.join('. ')}. Peer support assists with goals of the individual's own treatment or recovery plan.`,
    paths: [...(servesGoal === false ? ['/plan/sessionServesGoal'] : []), '/plan/from', '/plan/through'],
    citation: bulletin('3.2.3'),
    reading: 'plan-dates',
    denials: [atAudit('272', 'N351')],
  });
}

const keyFunctionClause = 'Peer support consists of the seven key service functions.';

function keyFunctionNotKnown() {
  return finding({
    rule: 'session/key-function',
    outcome: 'unknown',
    message: `Not known: ${facts.activities.label}. ${keyFunctionClause}`,
    unknown: [facts.activities],
    citation: bulletin('4.1, 5.4'),
    reading: 'key-function',
  });
}

function onlySupport(activities) {
  return withHints({
    rule: 'session/key-function',
    severity: 'warning',
    message: 'The session has a supportive activity (5.4) and none of the key service functions',
    clause: keyFunctionClause,
    path: '/activities',
    hints: hintsOf(activities, keyFunctions, knownActivities),
    citation: bulletin('4.1, 5.4'),
    reading: 'key-function',
    denials: [atAudit('272', 'N180')],
  });
}

function noKeyFunction(activities) {
  return withHints({
    rule: 'session/key-function',
    message: 'The session has none of the key service functions',
    clause: keyFunctionClause,
    path: '/activities',
    hints: hintsOf(activities, keyFunctionsAndSupport, knownActivities),
    citation: bulletin('4.1, 5.4'),
    reading: 'key-function',
    denials: [atAudit('272', 'N180')],
  });
}

const credentialClause =
  'Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.';

function credentialNotKnown() {
  return finding({
    rule: 'staff/credential',
    outcome: 'unknown',
    message: `Not known: ${facts.credentials.label}. ${credentialClause}`,
    unknown: [facts.credentials],
    citation: bulletin('5.1'),
    reading: 'renamed-credentials',
  });
}

function noCredential(credentials, on) {
  const first = hintsOf(credentials, firstCredentials, knownCredentials, on);
  const later = hintsOf(credentials, laterCredentials, knownCredentials, on, '2018-03-01');
  // An entry is spoken of once.
  const hints = [...first, ...later.filter(({ index }) => first.every((hint) => hint.index !== index))];
  const lapsed = hints.some((hint) => hint.lapsed);
  return withHints({
    rule: 'staff/credential',
    message:
      hints.length > 0
        ? undefined
        : `On ${on} the rendering staff member is neither a Missouri Recovery Support Specialist - Peer (MO-MRSS-P) nor a Certified Missouri Peer Specialist (MO-CMPS) nor, from 2018-03-01 on, a Certified Peer Specialist (MO-CPS)`,
    clause: credentialClause,
    path: '/staff/credentials',
    hints,
    citation: bulletin('5.1'),
    reading: 'renamed-credentials',
    denials: lapsed ? [atAudit('185', 'N570'), atAudit('B7', 'N570')] : [atAudit('185', 'N570')],
  });
}

const supervisionClause = 'The peer specialist must be supervised by a QSAP or a QMHP.';

/** A license may give the standing of which nothing is stated. */
function mayBeQmhp(credentials, on) {
  return !credentials.some(({ code }) => code === 'MO-QMHP') && holdsOneOf(credentials, licences, on);
}

function ownSupervisor() {
  return finding({
    rule: 'staff/own-supervisor',
    outcome: 'fail',
    message:
      'The rendering staff member and the supervisor are the same person. The peer specialist must be supervised by someone else.',
    paths: ['/staff/id', '/staff/supervisor/id'],
    citation: bulletin('5.2'),
    denials: [atAudit('272', 'N180')],
  });
}

function supervisionNotKnown(reading = 'renamed-credentials') {
  return finding({
    rule: 'staff/supervision',
    outcome: 'unknown',
    message: `Not known: ${facts.supervision.label}. ${supervisionClause}`,
    unknown: [facts.supervision],
    citation: bulletin('5.2'),
    reading,
  });
}

function noSupervision(supervisor, on) {
  const isNone = supervisor === 'none';
  const hints = isNone ? [] : hintsOf(supervisor.credentials, supervisorCredentials, knownCredentials, on);
  const notQualified = `On ${on} the supervisor is neither a Qualified Substance Abuse Professional (MO-QSAP) nor a Qualified Addiction Professional (MO-QAP) nor a Qualified Mental Health Professional (MO-QMHP)`;
  return withHints({
    rule: 'staff/supervision',
    message: isNone ? 'There is no supervisor' : hints.length > 0 ? undefined : notQualified,
    clause: supervisionClause,
    path: isNone ? '/staff/supervisor' : '/staff/supervisor/credentials',
    hints,
    citation: bulletin('5.2'),
    reading: 'renamed-credentials',
    denials: [atAudit('272', 'N180')],
  });
}

function teamNotKnown() {
  return finding({
    rule: 'staff/treatment-team',
    outcome: 'unknown',
    message: `Not known: ${facts.team.label}. The peer specialist must be a member of the treatment team.`,
    unknown: [facts.team],
    citation: bulletin('5.3, 6.3'),
  });
}

function notInTeam() {
  return finding({
    rule: 'staff/treatment-team',
    outcome: 'fail',
    message:
      'The rendering staff member does not work as part of the treatment team. The peer specialist must be a member of the treatment team.',
    paths: ['/staff/treatmentTeamMember'],
    citation: bulletin('5.3, 6.3'),
    denials: [atAudit('272', 'N180')],
  });
}

function meetingsNotKnown() {
  return finding({
    rule: 'staff/team-meetings',
    outcome: 'unknown',
    message: `Not known: ${facts.meetings.label}. The peer specialist must take part in staff meetings about the people served.`,
    unknown: [facts.meetings],
    citation: bulletin('5.3'),
  });
}

function notInMeetings() {
  return finding({
    rule: 'staff/team-meetings',
    outcome: 'fail',
    message:
      'The rendering staff member does not take part in staff meetings. The peer specialist must take part in staff meetings about the people served.',
    paths: ['/staff/attendsTeamMeetings'],
    citation: bulletin('5.3'),
    denials: [atAudit('272', 'N180')],
  });
}

function transportationNotKnown() {
  return finding({
    rule: 'session/not-only-transportation',
    outcome: 'unknown',
    message: `Not known: ${facts.activities.label}. Peer support is not billed where transportation is all that was provided.`,
    unknown: [facts.activities],
    citation: bulletin('6.2'),
  });
}

function onlyTransportation() {
  return finding({
    rule: 'session/not-only-transportation',
    outcome: 'fail',
    message:
      'Transportation is the only activity of the session. Peer support is not billed where transportation is all that was provided.',
    paths: ['/activities'],
    citation: bulletin('6.2'),
    denials: [atAudit('96', 'N180')],
  });
}

const replacementClause =
  'The peer specialist must not replace the community support specialist or the therapist.';

function replacementNotKnown() {
  return finding({
    rule: 'staff/not-a-replacement',
    outcome: 'unknown',
    message: `Not known: ${facts.replacement.label}. ${replacementClause}`,
    unknown: [facts.replacement],
    citation: bulletin('6.3'),
  });
}

function replacement() {
  return finding({
    rule: 'staff/not-a-replacement',
    outcome: 'fail',
    message: `The rendering staff member stands in for the community support specialist or the therapist. ${replacementClause}`,
    paths: ['/staff/replacesTreatmentStaff'],
    citation: bulletin('6.3'),
    denials: [atAudit('272', 'N180')],
  });
}

const otherStaffClause = 'The peer specialist must not be the only staff assigned to the individual.';

function otherStaffNotKnown() {
  return finding({
    rule: 'member/other-staff-assigned',
    outcome: 'unknown',
    message: `Not known: ${facts.roles.label}. ${otherStaffClause}`,
    unknown: [facts.roles],
    citation: bulletin('6.3'),
  });
}

function noOtherStaff() {
  return finding({
    rule: 'member/other-staff-assigned',
    outcome: 'fail',
    message: `No one but a peer specialist is assigned to the member. ${otherStaffClause}`,
    paths: ['/member/careTeamRoles'],
    citation: bulletin('6.3'),
    denials: [atAudit('272', 'N180')],
  });
}

const ageClause = 'Peer support is for individuals aged 16 and older.';

function ageNotKnown() {
  return finding({
    rule: 'member/age',
    outcome: 'unknown',
    message: `Not known: ${facts.birthDate.label}. ${ageClause}`,
    unknown: [facts.birthDate],
    citation: bulletin('6.4'),
  });
}

function tooYoung(birthDate, on) {
  const years = yearOf(on) - yearOf(birthDate);
  const age = on.slice(5) >= birthDate.slice(5) ? years : years - 1;
  const isLeapYear = new Date(`${on.slice(0, 4)}-02-29T00:00:00Z`).getUTCMonth() === 1;
  // Born on Feb 29, the age is reached a day earlier under the other reading.
  const isNear = years === 16 && birthDate.endsWith('-02-29') && on.endsWith('-02-28') && !isLeapYear;
  return finding({
    rule: 'member/age',
    outcome: 'fail',
    message: `The member is ${age < 0 ? 'not yet born' : `${count(age, 'year')} old`} on ${on}. ${ageClause}`,
    data: { age },
    paths: ['/member/birthDate', '/dateOfService'],
    citation: bulletin('6.4'),
    reading: isNear ? 'leap-birthday' : undefined,
    denials: [likely('6', 'N129')],
  });
}

const documentationClause =
  'The documentation must meet all other certification and, as applicable, MO HealthNet requirements';

function documentationNotKnown(session) {
  return documentationFinding(session, 'unknown', {
    message: `Not known: ${facts.documentation.label}. ${documentationClause}`,
    unknown: [facts.documentation],
  });
}

function documentationLacking(session) {
  return documentationFinding(session, 'fail', {
    message: `The documentation does not meet all certification and, as applicable, MO HealthNet requirements. ${documentationClause}`,
    paths: ['/documentation/meetsProgramRequirements'],
    denials: [atAudit('251', 'N237')],
  });
}

/** Until the session is delivered, its documentation is only due. */
function documentationFinding({ phase, dateOfService }, outcome, { message, ...rest }) {
  const isDue = phase === 'proposed';
  return finding({
    ...rest,
    rule: 'documentation/program-requirements',
    outcome: isDue ? 'due' : outcome,
    message: isDue
      ? `${message}. It is due once the session of ${dateOfService} is delivered.`
      : `${message}.`,
    citation: bulletin('6.5'),
  });
}
