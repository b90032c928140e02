import { fundingSchema } from '../../facts/scalars.js';
import type { ReadCode } from '../../facts/written-code.js';
import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf, type DenialKey } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { reason } from '../../findings/reasons.js';
import type { FindingOf, Severity } from '../../findings/result.js';
import { count } from '../../findings/wording.js';
import type { ReadingName } from '../../readings/generated.js';
import type { BillingCode, Service } from '../../services/service.js';
import type { AboutRuleForAll, Judgement } from '../rule.js';
import {
  distance,
  isExactly,
  near,
  nearestTo,
  onlyService,
  type CodeOnFile,
  type NearCode,
} from './codes-on-file.js';
import type { LineRule } from './line-rule.js';

const cite = general('A claim line names its service by code and modifiers');
const says = 'A claim line has the code and exactly the modifiers of its service.';

export interface CodeData {
  nearest: NearCode[];
  missing: string[];
  extra: number;
}

type CodeJudgement = Judgement<FindingOf<'claim/code', CodeData>>;

/** The code of a line, and its modifiers, are those of its service. */
export const claimCode: LineRule<'claim/code', CodeData> = {
  scope: 'line',
  id: 'claim/code',
  judgeLine: ({ claim, read, stated, fitting, onFile }) =>
    stated === undefined
      ? judgeCode(read, fitting, onFile)
      : judgeStatedService(read, stated, claim.jurisdiction, onFile),
};

export const aboutClaimCode = {
  severity: 'error',
  says,
  cite,
  reads: ['service', 'dateOfService'],
  demands:
    'the code and its modifiers, in any order and letter case, are on file in the jurisdiction of the claim, and are those of the service where the line states one; what is not on file is not known',
  readsOfClaim: ['jurisdiction', 'lines[].procedureCode', 'lines[].modifiers'],
  denials: ['code', 'modifier', 'missingModifier'],
  readings: () => ['extra-modifiers', 'unnamed-code'],
  data: () =>
    z.strictObject({
      nearest: z.array(
        z.strictObject({
          service: z.string(),
          funding: fundingSchema,
          procedureCode: z.string(),
          modifiers: z.array(z.string()),
        }),
      ),
      missing: z.array(z.string()),
      extra: z.int().check(z.minimum(0)),
    }),
} satisfies AboutRuleForAll<CodeData>;

/** Judges the code of a line that states no service: it is that of one on file, or its service is not known to us. */
function judgeCode(
  read: ReadCode,
  fitting: readonly CodeOnFile[],
  onFile: readonly CodeOnFile[],
): CodeJudgement {
  const nearest = nearestTo(onFile, read);
  if (read.doubled) return problem({ ...doubled, nearest });
  if (onlyService(fitting) !== undefined) return 'pass';
  if (fitting.length > 0) {
    const fact = 'Several services on file have this code, and the line does not state which it is.';
    return problem({
      outcome: 'unknown',
      fact,
      nearest: fitting.map(near),
      paths: ['/procedureCode', '/service'],
    });
  }
  const names = nearest.map((code) => `${written(code)} (${code.service})`);
  const advice = names.length === 0 ? '' : `, and the nearest are ${names.join(', ')}`;
  return problem({
    outcome: 'unknown',
    fact: `No definition is on file for this code with these modifiers${advice}.`,
    nearest,
  });
}

/** Judges the code of a line that states its service: the jurisdiction first, then code and modifiers. */
function judgeStatedService(
  read: ReadCode,
  service: Service,
  jurisdiction: string,
  onFile: readonly CodeOnFile[],
): CodeJudgement {
  const codes = service.codes ?? [];
  const nearest = codes.map((code) => near({ service, code }));
  if (service.jurisdiction !== jurisdiction.trim().toUpperCase()) {
    const fact = `The service stated is of ${service.jurisdiction}, another jurisdiction than the claim's.`;
    return problem({ fact, denial: 'code', nearest, paths: ['/service', '/jurisdiction'] });
  }
  if (read.doubled) return problem({ ...doubled, nearest });
  if (codes.length === 0) return { notApplicable: reason('no-code-on-file') };
  if (codes.some((code) => isExactly(read, code))) return 'pass';
  const [code] = codes
    .filter(({ procedureCode }) => procedureCode === read.procedureCode)
    .sort(
      (one, other) => distance(read.modifiers, one.modifiers) - distance(read.modifiers, other.modifiers),
    );
  if (code === undefined) {
    const fact = 'The code is not that of the service stated.';
    return problem({ fact, denial: 'code', nearest, paths: ['/procedureCode', '/service'] });
  }
  return wrongModifiers(read, code, nearest, onFile);
}

/** The code is right, and its modifiers are not: one is missing, one too many, or one is there instead of another. */
function wrongModifiers(
  read: ReadCode,
  code: BillingCode,
  nearest: NearCode[],
  onFile: readonly CodeOnFile[],
): CodeJudgement {
  const missing = code.modifiers.filter((modifier) => !read.modifiers.includes(modifier));
  const extra = read.modifiers.filter((modifier) => !code.modifiers.includes(modifier)).length;
  const another = extra === 0 ? undefined : onFile.find((one) => isExactly(read, one.code));
  if (another !== undefined) {
    const fact = `The modifiers are those of ${another.service.id}.`;
    return problem({ fact, denial: 'modifier', nearest, missing, extra });
  }
  if (missing.length > 0) {
    const names = missing.join(' and ');
    const fact =
      missing.length === 1
        ? `Modifier ${names} of the service stated is missing.`
        : `Modifiers ${names} of the service stated are missing.`;
    return problem({ fact, denial: 'missingModifier', nearest, missing, extra });
  }
  const fact = `The line has ${count(extra, 'modifier')} more than the service stated has.`;
  return problem({
    severity: 'warning',
    fact,
    denial: 'modifier',
    nearest,
    extra,
    reading: 'extra-modifiers',
  });
}

interface Problem {
  readonly outcome?: 'fail' | 'unknown';
  readonly severity?: Severity;
  /** What is so, as a sentence. */
  readonly fact: string;
  readonly denial?: DenialKey;
  readonly nearest: NearCode[];
  readonly missing?: string[];
  readonly extra?: number;
  readonly paths?: readonly string[];
  readonly reading?: ReadingName;
}

const doubled = { fact: 'A modifier stands on the line twice.', denial: 'code' } as const;

function problem({
  fact,
  denial,
  reading,
  nearest,
  missing = [],
  extra = 0,
  ...rest
}: Problem): CodeJudgement {
  const { outcome = 'fail', severity = 'error', paths = ['/procedureCode', '/modifiers'] } = rest;
  return finding({
    rule: 'claim/code',
    outcome,
    severity,
    message: `${fact} ${says}`,
    data: { nearest, missing, extra },
    paths,
    cite,
    reading,
    denials: denialsOf(denial),
  });
}

function written({ procedureCode, modifiers }: NearCode): string {
  return [procedureCode, ...modifiers].join(' ');
}
