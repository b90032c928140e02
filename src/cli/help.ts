import { formatLines, streamingFormats } from './format-option.js';

/** What `--config` reads. */
export const configHelp = 'JSON with services, without, readings, codes and words of your own';

/** What the options of `check` leave unsaid. */
export const checkHelp = `
Each record is one session or, if it has lines, one claim, as in the library. A file
may hold both; the sessions are checked as one batch and the claims as another. In
CSV, which holds sessions only, the columns are dotted fact paths, such as
member.birthDate; an empty cell is not known, nor is one that says NULL, N/A, NA, nil,
none or a dash, which are counted in a note; and:
  true/false         also yes/no, y/n, 1/0
  lists of codes     setting-goals|supporting-choices, or [] for none
  dated codes        MO-CPS@2020-07-01..2026-06-30|MO-QSAP; an empty day is open
  trainings          a JSON list
  plan, assessment, staff.supervisor, documentation.attendanceLog ...
                     "none" if there is no such thing
  codes, choices     in any letter case, with blanks, "_" and "-" alike

All files are one batch: sessions of one member share the unit limits. --history
gives what was billed before, in the same formats, one use a record: service,
memberId, dateOfService, units, and id if it has one. The file of sessions that was
checked and billed the last time will do, too.

--config reads {"services": [...], "without": [...], "readings": {...}, "codes": {...},
"words": {...}}: definitions of your own, ids of shipped ones to leave out, how open
questions are read, codes, units and rates for services whose document names none, and
what your own words for credentials, programs, roles and the like mean, such as
{"staff.credentials": {"Peer specialist": "MO-CPS", "First aid": "other"}}. Every
sub-command takes it.

--missing-facts report is for those who check only what a claim holds: what is not
known is reported and holds no verdict back.

${formatLines}
--grouped reads one NDJSON file, or standard input, in which the sessions and claims of
a member follow each other. It holds one member at a time and writes each when it is
done, as ${streamingFormats}, so the input may be of any length. What compares members
(schedule/staff-overlap, schedule/group-roster) is not judged. A member that comes
back after another one ends the check. --workers N checks parts of it beside each
other, in N threads, and writes the same.

--output FILE replaces FILE when all of the report is written, and not before: a
check that fails or is interrupted leaves it as it was. FILE is none that is read,
has one name and is yours.

Files are UTF-8. A record may have 1 MiB, and a line too, but for a JSON list. One
that is longer, that states a key twice or is broken otherwise becomes an invalid
record with its line number, and the rest goes on.

Exit status:
  0  every record is billable
  1  a record is not billable
  2  bad usage, a file that cannot be read, or a record that cannot be read
  3  nothing fails, but of some record it cannot be told yet
  4  the report cannot be written, or not to its end
  129, 130, 143  ended by SIGHUP, SIGINT or SIGTERM; what was written ends with a
     whole record
  134  the memory is used up: use --grouped, or check parts of the input
  141  --grouped: the reader of the report is gone, and the rest is not checked
If several hold, 2 comes before 1, and 1 before 3.
--fail-on not-billable turns 3 into 0. --fail-on never gives 0 whatever the records
hold, those that cannot be read included; 2 for bad usage and unreadable files, and
the statuses from 4 on, stay.

Examples:
  billability check march.ndjson --history none
  billability check march.csv april.csv --history billed.csv --as-of 2025-05-01
  export-sessions | billability check --format ndjson --fail-on never > results.ndjson
  billability check march.ndjson --history none --format csv --output findings.csv
  billability check year.ndjson --grouped --history none --output report.txt
`;

/** What the options of the look-ups leave unsaid. */
export const lookUpHelp = `
Exit status:
  0  answered
  2  bad usage, or a file that cannot be read
  3  the documents on file do not set it
  4  the answer cannot be written
`;
