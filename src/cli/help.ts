/** What the options of `check` leave unsaid. */
export const checkHelp = `
Each record is one session, as in the library. In CSV the columns are dotted fact
paths, such as member.birthDate; an empty cell is not known, and:
  true/false         also yes/no, y/n, 1/0
  lists of codes     setting-goals|supporting-choices, or [] for none
  dated codes        MO-CPS@2020-07-01..2026-06-30|MO-QSAP; an empty day is open
  trainings          a JSON list
  plan, assessment, staff.supervisor, documentation.attendanceLog ...
                     "none" if there is no such thing

All files are one batch: sessions of one member share the unit limits. --history
gives what was billed before, in the same formats, one use a record: service,
memberId, dateOfService, units, and id if it has one.

Exit status:
  0  every record is billable
  1  a record is not billable
  2  bad usage, a file that cannot be read, or a record that cannot be read
  3  nothing fails, but of some record it cannot be told yet
If several hold, 2 comes before 1, and 1 before 3.
--fail-on not-billable turns 3 into 0. --fail-on never gives 0 whatever the records
hold, those that cannot be read included; bad usage and unreadable files stay 2.

Examples:
  billability check march.ndjson --history none
  billability check march.csv april.csv --history billed.csv --as-of 2025-05-01
  export-sessions | billability check --format ndjson --fail-on never > results.ndjson
`;
