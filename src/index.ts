export {
  checkClaim,
  checkClaims,
  checkRecords,
  checkSession,
  checkSessions,
  createBatch,
  createChecker,
  findService,
  priceOf,
  remainingUnits,
} from './shipped.js';
export { compareAcross } from './across.js';
export { placeOf } from './check/placed-session.js';
export { mergeNotices, mergeTotals } from './check/merged.js';
export { describeService, explain } from './pages.js';
export { parseClaim, parseClaimOrThrow, parseSession, parseSessionOrThrow } from './facts/parse.js';
export { facts } from './facts/facts.js';
export { InputError, issueCodes } from './facts/input-error.js';
export { unitsFor } from './rules/units/units-for.js';
export { defineService, DefinitionError } from './schema/define.js';
export { services, sources } from './services/index.js';
export { peerSupport } from './services/mo/peer-support.js';
export { H2017HO, H2017HOHQ } from './services/mo/professional-psr.js';
export { H2017TG } from './services/mo/psr-imr.js';
export { imr } from './services/mt/imr.js';
export { prs } from './services/sc/prs/prs.js';

export type { BatchResult, EntryKind } from './check/records.js';
export type { Checker, CheckerConfig } from './check/checker.js';
export type { CreateBatch, StreamOptions } from './check/create-batch.js';
export type { Across } from './check/across.js';
export type { CompareAcrossOptions } from './across.js';
export type { PlacedSession } from './check/placed-session.js';
export type { Severities } from './check/configuration.js';
export type { Waiver } from './check/waivers.js';
export type { Stream } from './check/stream.js';
export type { FoundService, Priced } from './check/look-ups.js';
export type { RemainingUnits } from './check/remaining-units.js';
export type { BatchTotals } from './check/totals.js';
export type { Condition } from './conditions/condition.js';
export type { Agency } from './facts/generated/types.js';
export type { Assessment } from './facts/generated/types.js';
export type { Claim, ClaimLine } from './facts/generated/types.js';
export type {
  Activity,
  AgencyCredential,
  Area,
  AssessedCondition,
  CareTeamRole,
  Determination,
  ImpairmentLevel,
  Material,
  Program,
  StaffCredential,
  TrainingTopic,
} from './facts/generated/codes.js';
export type { AttendanceLog, Documentation, ProgressNote, WeeklyNote } from './facts/generated/types.js';
export type { Fact } from './facts/facts.js';
export type { FoundRecord, FoundRecords, Places, Problem } from './facts/found.js';
export type { Held } from './facts/held.js';
export type { InputIssue, IssueCode } from './facts/input-error.js';
export type { CodeQuery, PriceQuery } from './facts/look-ups.js';
export type { Member } from './facts/generated/types.js';
export type { CheckOptions, RemainingUnitsQuery } from './check/options.js';
export type { Parsed } from './facts/parse.js';
export type { ServiceId, ShippedServiceId } from './facts/generated/service-ids.js';
export type { FactPath } from './facts/generated/types.js';
export type { Plan } from './facts/generated/types.js';
export type { PriorUse } from './facts/generated/types.js';
export type { FactType, Holder } from './facts/rows/row.js';
export type { Funding } from './facts/generated/codes.js';
export type { Session, SessionFacts } from './facts/generated/types.js';
export type { Staff, Supervisor, Training } from './facts/generated/types.js';
export type { ReadingName, Readings, ReadingsInput } from './readings/generated.js';
export type { ChoiceSetting, ListsSetting } from './readings/table.js';
export type { Basis, Citation } from './findings/citation.js';
export type { Notice, NoticeCode } from './findings/notices.js';
export type { Reason, ReasonCode } from './findings/reasons.js';
export type {
  DecidingReading,
  Denial,
  FindingOf,
  FindingOutcome,
  Json,
  MissingFact,
  Severity,
  Verdict,
  Waived,
  WaiverReason,
} from './findings/result.js';
export type {
  ClaimResult,
  VoidResult,
  InvalidResult,
  LineResult,
  Rules,
  RuleSettings,
  SessionResult,
  Totals,
} from './check/result.js';
export type { Position, RuleId } from './findings/finding-data.js';
export type { ChargeData } from './rules/claim/charge.js';
export type { NearCode } from './rules/claim/codes-on-file.js';
export type { Finding, FindingData } from './rules/index.js';
export type { RosterData } from './rules/schedule/group-roster.js';
export type { OverlapData } from './rules/schedule/overlap.js';
export type { GroupSizeData } from './rules/session/group-size.js';
export type { TopicLeft, TrainingData } from './rules/staff/training-data.js';
export type { LimitData } from './rules/units/limit-data.js';
export type { UnitsData } from './rules/units/time.js';
export type { CodeBinding, CodeBindings } from './services/bindings.js';
export type { AgencyCitation, Overlay, OverlayCriterion, OverlayLimit } from './services/overlay.js';
export type {
  BillingCode,
  Criterion,
  Rate,
  Service,
  SessionFormat,
  TrainingRequirement,
  UnitLimit,
} from './services/service.js';
export type { Source } from './services/document.js';
export type { DenialKey } from './findings/denials.js';
export type { DescribeOptions, ExplainOptions } from './pages.js';
export type { ReadingRow } from './explain/readings.js';
export type { RulePage, RuleStatement } from './explain/rule-page.js';
export type { ServiceSheet, SheetLine, SheetSection } from './explain/service-sheet.js';
export type { CivilDate } from './values/civil-date.js';
export type { ClockTime } from './values/clock-time.js';
export type { Money } from './values/money.js';
export type { Rounding } from './units/rounding.js';
export type { Period } from './units/period.js';
