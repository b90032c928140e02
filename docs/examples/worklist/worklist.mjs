// Checks an agency's own CSV export and writes a worklist for the biller, one row a thing to do.
//
//   node worklist.mjs export.csv worklist.csv
//
// Needs: npm install billability csv-parse csv-stringify
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { checkSessions } from 'billability';
import { worklistRows } from 'billability/reports';

const [exportFile, worklistFile] = process.argv.slice(2);
if (exportFile === undefined || worklistFile === undefined) {
  console.error('usage: node worklist.mjs EXPORT.csv WORKLIST.csv');
  process.exit(2);
}

const visits = parse(readFileSync(exportFile), { columns: true, bom: true, skip_empty_lines: true });
const sessions = visits.map(sessionOf);
const batch = checkSessions(sessions, { history: [], asOf: '2025-04-01' });

// The header is row 1.
const places = visits.map((_, index) => ({ file: exportFile, line: index + 2 }));
const rows = worklistRows(batch, sessions, { history: [], places }).map((row) => ({
  'Who can settle it': row.heldBy,
  About: row.about,
  'Note No': row.id,
  'Service Date': row.dateOfService,
  Row: row.line,
  Status: row.outcome ?? row.verdict,
  What: row.message,
  Question: row.question,
  Clause: row.clause,
  Key: row.key,
}));
// Those of one desk together. A cell that begins with =, +, - or @ would be run as a formula by a spreadsheet: it is
// written as text.
rows.sort((one, other) => (one['Who can settle it'] < other['Who can settle it'] ? -1 : 1));
writeFileSync(worklistFile, stringify(rows, { header: true, escape_formulas: true }));

const { totals } = batch;
console.log(`${totals.entries} visits: ${totals.billable} billable, ${totals.notBillable} not billable,`);
console.log(`${totals.undetermined} cannot be told yet, ${totals.invalid} unreadable`);
console.log(`${rows.length} things to do in ${worklistFile}`);

/** What the export says of a visit, as facts. An empty cell is not known. */
function sessionOf(visit) {
  return {
    id: visit['Note No'],
    service: 'mo/peer-support',
    dateOfService: dateOf(visit['Service Date']),
    startTime: clockTimeOf(visit.Begin),
    endTime: clockTimeOf(visit.End),
    units: numberOf(visit.Units),
    personCentered: answerOf(visit['Person Centered']),
    activities: listOf(visit.Activities),
    member: {
      id: visit['Client No'],
      birthDate: dateOf(visit.DOB),
      programs: heldOf(visit.Program, visit['Enrolled On'], null),
      careTeamRoles: listOf(visit['Care Team']),
    },
    staff: {
      credentials: heldOf(visit.Credential, null, visit['Credential Expires']),
      supervisor: { credentials: heldOf(visit['Supervisor Credential'], null, null) },
      treatmentTeamMember: answerOf(visit['On Team']),
      attendsTeamMeetings: answerOf(visit['Team Meetings']),
      // The agency's own rule: nobody stands in for treatment staff.
      replacesTreatmentStaff: false,
    },
    plan: { sessionServesGoal: answerOf(visit['Plan Goal']) },
    documentation: { meetsProgramRequirements: answerOf(visit['Note Complete']) },
  };
}

/** "3/18/2025" is 2025-03-18. Anything else is passed on, so that the check says what is wrong with it. */
function dateOf(text) {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return text === '' ? null : text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "1:05 PM" is 13:05. */
function clockTimeOf(text) {
  const [, hour, minute, half] = /^(\d{1,2}):(\d{2}) ([AP]M)$/.exec(text) ?? [];
  if (half === undefined) return text === '' ? null : text;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function numberOf(text) {
  return text === '' ? null : Number(text);
}

/** "Y" and "N"; anything else is not known. */
function answerOf(text) {
  return { Y: true, N: false }[text] ?? null;
}

function listOf(text) {
  return text === '' ? null : text.split(';');
}

/** A code and from when through when it is held. Without a code nothing is known; "none" is known to be none. */
function heldOf(code, from, through) {
  if (code === '') return null;
  return code === 'none' ? [] : [{ code, from: from && dateOf(from), through: through && dateOf(through) }];
}
