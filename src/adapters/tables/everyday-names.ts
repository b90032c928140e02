import type { Beside } from './planned-column.js';

/** What people call a column, by letters and digits alone, and the fact that it states. The path of a fact is a name too. */
export const everydayNames: Readonly<Record<string, string>> = {
  ...named(
    'id',
    'visitid visitno visitnumber sessionid appointmentid appt apptid apptno encounterid claimid claimno claimnumber',
  ),
  ...named('dateOfService', 'dos servicedate svcdate visitdate sessiondate'),
  ...named('dateOfServiceThrough', 'dosthrough throughdate'),
  ...named('phase', 'apptstatus appointmentstatus visitstatus sessionstatus'),
  ...named('startTime', 'start timein begintime'),
  ...named('endTime', 'end timeout'),
  ...named('minutes', 'totalminutes durationminutes durationmin'),
  ...named('units', 'unitsbilled billedunits'),
  ...named('charge', 'charges chargeamount billedamount'),
  ...named(
    'member.id',
    'memberno membernumber clientid clientno clientnumber patientid consumerid medicaidid mrn',
  ),
  ...named('member.birthDate', 'dob dateofbirth birthdate birthday memberdob clientdob'),
  ...named('member.programs', 'program programs'),
  ...named('staff.id', 'staffno providerid clinicianid employeeid renderingproviderid renderingnpi'),
  ...named('staff.credentials', 'credential credentials staffcredential'),
  ...named('staff.hireDate', 'hiredate dateofhire'),
  ...named('staff.supervisor.id', 'supervisorid'),
  ...named('staff.supervisor.credentials', 'supervisorcredential supervisorcredentials'),
  ...named('agency.id', 'billingnpi billingproviderid'),
  ...named('group.participants', 'groupsize participants numberingroup'),
  ...named('assessment.diagnoses', 'diagnosis diagnoses diagnosiscode diagnosiscodes dx icd10'),
  ...named('plan.from', 'planstart planstartdate'),
  ...named('plan.through', 'planend planenddate'),
  ...named('procedureCode', 'procedure proccode cpt cptcode hcpcs hcpcscode'),
  ...named('modifiers', 'modifier mod mods'),
  ...named('staff.trainings', 'training trainings topic'),
  ...named('lineNumber', 'lineno'),
  ...named('jurisdiction', 'state'),
};

/** What people call a column that says more of the codes or trainings in another one. */
export const besideNames: Readonly<
  Record<'dated-codes' | 'trainings', Partial<Record<Beside, readonly string[]>>>
> = {
  'dated-codes': {
    from: 'from issued issuedate issuedon effective effectivedate begindate credissued credentialissued'.split(
      ' ',
    ),
    through:
      'through expires expiration expirationdate expiredate expireson enddate credexpires credexpiration credentialexpires credentialexpiration'.split(
        ' ',
      ),
  },
  trainings: {
    from: 'completed completedon completiondate dateofcompletion'.split(' '),
    hours: 'hours traininghours'.split(' '),
    documented: ['documented'],
  },
};

function named(path: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, path]));
}
