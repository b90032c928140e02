import { formatLines, streamingFormats } from './format-option.js';

/** What `--config` reads. */
export const configHelp =
  'JSON with services, without, readings, codes, words, overlays, severities, waivers';

/** What the options of `check` leave unsaid. */
export const checkHelp = `
Each record is one session or, if it has lines, one claim. A file may hold both; the
sessions are checked as one batch and the claims as another. What a file is, is told by
its content, whatever its name, and the report says it:
  JSON, NDJSON       records of our own form (docs/input.md), or a list in one key
  CSV, workbook      a table: each column is a fact, named by its path
                     (member.birthDate), by an everyday name (DOB, Member ID) or by a
                     mapping; with a procedure code, each row is a line of a claim
  X12 837P           claims; --jurisdiction, or "payers" of a mapping, says whose rules
                     apply; the diagnoses of a claim are read with --claim-diagnoses
                     alone, which says that the assessment has no others
  FHIR R4            a Bundle, a resource or NDJSON, through a mapping
--map FILE is a mapping: of a table, of X12 or of FHIR (docs/guides of this package).
"billability map" writes a first one of a table. Where several are given, each table
takes the one that it fits.

In a cell of a table, nothing means not known, and so does NULL, N/A, NA, nil, none or a
dash, each of which is counted in a note. Otherwise it holds:
  yes or no          yes/no, y/n, true/false, 1/0
  days, times        2025-03-18, 3/18/2025, 14:30, 2:30 PM
  amounts            81.44, $81.44, $1,018.00
  lists of codes     setting-goals|supporting-choices, or with ; or , between; [] for none
  dated codes        MO-CPS@2020-07-01..2026-06-30|MO-QSAP; an empty day is open; or
                     the code, with its days in columns beside it
  trainings          a JSON list; or the topic, with day and hours in columns beside it
  plan, assessment, staff.supervisor, documentation.attendanceLog ...
                     "none" if there is no such thing
  codes, choices     in any letter case, with blanks, "_" and "-" alike
A finding says where in the file it stands: march.csv row 12, column "Units".

--facts FILE --by KEY adds what a table states to the records that have its key: staff.csv
by staff.id, members.csv by member.id, agency.csv by agency.id, a log of visits by id (of
claims, that of the claim). Both may be repeated: the first --by is of the first --facts.
A fact that is stated twice, and differently, is not known; what is billed stays as it is.

All files are one batch: sessions of one member share the unit limits.

--history FILE is what was billed before, and may be repeated; all files count. It has one
use a record: service, memberId, dateOfService, units, and id if it has one. The sessions
or claims that were checked and billed the last time will do, too, and so will an 835: it
says what was paid.

--config FILE is JSON with any of these keys; every sub-command takes it. Left out, it is
billability.config.json in the folder where the command is run or, where that holds no
package.json and no .git, in the nearest one above that does; the report says so, and
--no-config leaves it. A check of standard input, and one with --workers, take a
configuration by name alone. --print-config writes what holds, and what changes nothing:
  services           definitions of your own
  without            ids of shipped services to leave out
  readings           how open questions are read
  codes              codes, units and rates of services whose document names none
  words              what your own words for credentials, programs, roles and the like
                     mean: {"staff.credentials": {"Peer specialist": "MO-CPS"}}; "other"
                     is for a word that is none of ours
  overlays           what you ask beyond the documents: clauses, lower limits, fewer days
  severities         what a failure of a rule means to you: error, warning, info or off
  waivers            what you bill although a rule would hold it back

--waivers FILE is a JSON list of waivers, beside those of the configuration; it may be
repeated. One of them, of one session, member or staff member, says for which rule and days
of service it holds, on which day it expires, and why. None is applied without --as-of.
What a waiver holds for is still told, as waived; of waivers that have expired, are of no use
or are of more than a year, a note tells the place, counted over all lists in their order.

--missing-facts report is for those who check only what a claim holds: what is not
known is reported and holds no verdict back.

${formatLines}
The text says how it stands, why, whom to ask what, what is found of each record, most
money first, and what can still be billed. Members and staff stand in it by their keys. What
many records share is told once, with their lines; --full tells it with each of them. --sort
file takes the order of the file. --quiet writes how many records came out how, and no more.
--rule ID, --verdict and --held-by show only what this rule found, such records, or what this
holder is to answer, in each format; each may be repeated. Totals and exit status are of all.

--since BEFORE shows only what is new: findings that the earlier check did not have, by rule,
outcome and severity, and records that could be read then. BEFORE is its report in JSON or
NDJSON, or what the library gave. Records are the same that have the same key or, without a
key, the same place. Totals and exit status are of all records; "billability diff" says by
its status whether a verdict fell.

--record FILE writes an audit record of each session and claim, one a line: what was asked,
with what settings, and what came out, each with a digest and that of the line before.
"billability replay FILE" proves it. Like --output it is replaced when all is written; a
member at a time with --grouped, not with --workers. --seal FILE keeps a digest of each fact
in place of the fact, made with the secret that FILE holds.

--by-rule tells for each service and rule how many sessions and lines of claims passed, were
not applicable (n/a), fail, are not known (open) or are due, and the charge of what the rule
holds back alone, and with others; units where no charge is known. JSON has it as "byRule".

--grouped reads one file of NDJSON, CSV, X12 or FHIR, or standard input, in which the
sessions and claims of a member follow each other. It holds one member at a time and
writes each when it is done, as ${streamingFormats}, so the input may be of any length.
What compares members (such as schedule/staff-overlap, ids that agree, claims that replace
what is of another member) is not judged, and a note counts it. A member that comes back
after another one ends the check. --workers N checks parts of NDJSON beside each other, in
N threads, and writes the same; it is for NDJSON alone.
Lines that another program cut from a longer file between two members, and sends here,
are NDJSON. With --first-line N, which of its lines is the first of them, and --name FILE,
they come to the very bytes that the longer file would come to (docs/guides/large.md).

--output FILE replaces FILE when all of the report is written, and not before: a check
that fails or is interrupted leaves it as it was. FILE must not be one that is read; where
it is there already, it must be your own file, without hard links.

Files are UTF-8; a table may be UTF-16 or Windows-1252. A record may have up to 1 MiB,
and so may a line, except in a JSON list, a Bundle and X12. One that is longer, states a key
twice or is broken otherwise becomes an invalid one with its line number, and the rest
goes on.

Exit status:
  0  every record is billable
  1  a record is not billable
  2  bad usage, a file or a record that cannot be read, or nothing to check
  3  nothing fails, but of some record it cannot be told yet
  4  the report cannot be written, or not to its end
  129, 130, 143  ended by SIGHUP, SIGINT or SIGTERM; what was written ends with a
     whole record
  134  the memory is used up: use --grouped, or check parts of the input
  141  --grouped: the reader of the report is gone, and the rest is not checked
If several hold, 2 comes before 1, and 1 before 3.
--fail-on not-billable turns 3 into 0. --fail-on never gives 0 whatever the records
hold, those that cannot be read included, and where there are none; 2 for bad usage and
unreadable files, and the statuses from 4 on, stay. --allow-empty gives 0 where there is
no record: without it a month whose export failed would look as one that is billable.

Examples:
  billability check march.ndjson --history none
  billability check march.csv april.csv --history billed.csv --as-of 2025-05-01
  export-sessions | billability check --format ndjson --fail-on never > results.ndjson
  billability check visits.xlsx --map agency.map.json --history era.835 --jurisdiction MO
  billability check claims.837 --jurisdiction MO --facts staff.csv --by staff.id
  billability check march.ndjson --history none --format csv --output findings.csv
  billability check year.ndjson --grouped --history none --output report.txt
`;

/** What the options of `explain-denials` leave unsaid. */
export const denialsHelp = `
The claims are checked again, as "billability check" does it with these options, and each
denial of the 835 is held against what fails:
  with group, reason and remark   a rule fails, and forecasts this very denial
  by the reason alone             a rule fails, and forecasts the reason (CARC) with
                                  another group or remark
  by none of our rules            nothing that fails forecasts it
  not among those checked         the 837P of the claim was not given
What is over the rate (CO-45) and what the patient owes (PR) are no denials.

--history must be stated, as limits and duplicates rest on it; what this 835 itself pays
is left out of it. "none" says that nothing was billed before. --map may be repeated: who
pays, and how a table of --facts is read.

Exit status:
  0  answered
  2  bad usage, or a file that cannot be read
  4  the answer cannot be written

Examples:
  billability explain-denials era.835 claims.837 --jurisdiction MO --history none
  billability explain-denials april.835 march.837 --map payers.json --history march.835
`;

/** What the options of compare leave unsaid. */
export const compareHelp = `
Exit status:
  0  B is proved to be as strict as A
  1  B is looser in something
  2  bad usage, or a file that cannot be read
  3  something is not decided, and nothing is looser
  4  the answer cannot be written

Examples:
  billability compare mo/peer-support our-peer-support.json
  billability compare mo/H2017HO mo/H2017HOHQ --format json
`;

/** What the options of the look-ups leave unsaid. */
export const lookUpHelp = `
Exit status:
  0  answered
  2  bad usage, or a file that cannot be read
  3  the documents on file do not set it
  4  the answer cannot be written
`;
