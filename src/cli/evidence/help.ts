/** What the options of `diff` leave unsaid. */
export const diffHelp = `
Records are the same that have the same key; where some have none, or one has the key of
another, those at the same place. A verdict falls from billable to cannot be told yet, to
not billable, to unreadable. A record that is in one of the two alone falls nowhere, and is
told. Of findings rule, outcome and severity are compared; where the words alone differ
they are the same. The money is what is billable in all; NDJSON has no totals, so that none
is told where one of the two is NDJSON.

Exit status:
  0  no verdict fell
  1  a verdict fell
  2  bad usage, or a file that holds no results
  4  the answer cannot be written

Examples:
  billability check march.ndjson --history none --format json --output before.json
  billability check march.ndjson --history none --format json --output after.json
  billability diff before.json after.json
`;

/** What the options of `test` leave unsaid. */
export const testHelp = `
A case is an object: "name"; "base", the session it starts from; "change", a merge patch
(RFC 7386) on it, in which null takes a fact away; "options" of the check (history, asOf,
readings, missingFacts); "verdict"; and "findings", which is every finding of severity error
or warning, by rule, with its outcome: {"member/age": "fail"}. "base" is a session itself, or
the name of a file of one, NAME.json beside the cases or in a folder "sessions" there; or a
complete session of ours, such as mo-peer-support or mo-H2017HO. Left out, "change" is the
whole session. "config" is a configuration of that case alone, in place of --config.

Beside that a case may ask, by rule, for "severities", "reading", "data", "missing" (facts
that are among the missing ones), "denials" (among those forecast) and "says" (texts in the
message); of all that comes back for "notices", "noNotices" and "notSaid"; or, in place of a
verdict, for "issues": places of the input with a text of what is wrong there.

Exit status:
  0  each case holds
  1  one does not, which is told with what was expected and what came
  2  bad usage, or a file that is no list of cases
  4  the answer cannot be written

Examples:
  billability test cases.json
  billability test cases.json --config agency.json --format json
`;

/** What the options of `replay` leave unsaid. */
export const replayHelp = `
Each record is held against its own digest and that of the one before; then what was asked
is checked again, all of it together, as it was. Where it is not the same, it is said why:
  changed     a record is not as it was made, or one is missing or at another place
  facts       the files that are named hold something else than what was asked
  definition  what judges now is another definition, or has other settings: state the
              --config, --waivers and --map of the check
  version     another version of this package judges now
  outcome     all that is the same, and something else came out

Records under a seal hold digests in place of facts: name the files that were checked, with
the --history, --as-of, --config and --waivers of the check and --seal FILE. Of records
without one the files are optional, and compared.

Exit status:
  0  the same
  1  not the same
  2  bad usage, or a file that holds no audit records
  4  the answer cannot be written

Examples:
  billability check march.ndjson --history none --record march.audit.ndjson
  billability replay march.audit.ndjson
  billability replay march.audit.ndjson --waivers waivers.json
  billability replay sealed.ndjson march.ndjson --history none --seal seal.txt
`;
