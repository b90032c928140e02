import { fundingSchema } from '../../facts/scalars.js';
import type { ReadCode } from '../../facts/written-code.js';
import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import type { Service } from '../../services/service.js';
import type { AboutRuleForAll } from '../rule.js';
import {
  cite,
  more,
  moreThan,
  named,
  problem,
  says,
  serviceInWords,
  type CodeData,
  type CodeJudgement,
} from './code-finding.js';
import {
  beyond,
  codesWithin,
  distance,
  isExactly,
  isInformational,
  near,
  nearestTo,
  onlyService,
  type CodeOnFile,
  type NearCode,
} from './codes-on-file.js';
import type { LineRule, LineUnderCheck } from './line-rule.js';

/** The code of a line, and its modifiers, are those of its service. */
export const claimCode: LineRule<'claim/code', CodeData> = {
  scope: 'line',
  id: 'claim/code',
  judgeLine: ({ claim, read, stated, fitting, onFile }) =>
    stated === undefined
      ? judgeCode(read, fitting, onFile)
      : judgeStatedService(read, stated, claim.jurisdiction, { fitting, onFile }),
};

export const aboutClaimCode = {
  severity: 'error',
  says,
  cite,
  reads: ['service', 'dateOfService'],
  demands:
    'the code and its modifiers, in any order and letter case, are on file in the jurisdiction of the claim, and are those of the service where the line states one, modifiers that only say how it was given being a warning; what is not on file is not known. Of a service without a code on file, the code is not that of another one',
  readsOfClaim: ['jurisdiction', 'lines[].procedureCode', 'lines[].modifiers'],
  denials: ['code', 'modifier', 'informationalModifier', 'missingModifier'],
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

const doubled = { fact: 'A modifier stands on the line twice.', denial: 'code' } as const;

/** Judges the code of a line that states no service: it is that of one on file, or its service is not known to us. */
function judgeCode(
  read: ReadCode,
  fitting: readonly CodeOnFile[],
  onFile: readonly CodeOnFile[],
): CodeJudgement {
  const nearest = nearestTo(onFile, read);
  if (read.doubled) return problem({ ...doubled, nearest });
  const [fits] = fitting;
  if (fits !== undefined && onlyService(fitting) !== undefined) {
    const extra = beyond(read, fits.code);
    return extra.length === 0 ? 'pass' : more(extra, fits.service, fitting.map(near));
  }
  if (fits !== undefined) {
    const fact = 'Several services on file have the code of the line, which does not state its service.';
    return problem({
      outcome: 'unknown',
      fact,
      nearest: fitting.map(near),
      paths: ['/procedureCode', '/service'],
    });
  }
  const names = nearest.map((code) => `${written(code)} (${code.service})`);
  const advice = names.length === 0 ? '' : ` The nearest: ${names.join(', ')}.`;
  const fact = `No definition is on file for the code of the line with its modifiers.${advice}`;
  const [first, ...others] = codesWithin(onFile, read);
  if (first === undefined) return problem({ outcome: 'unknown', fact, nearest });
  const extra = beyond(read, first.code);
  const tooMany =
    others.length > 0 ? 'The modifiers are those of several services.' : moreThan(extra, first.service);
  return problem({
    outcome: 'unknown',
    fact: `${fact} ${tooMany} The service, stated on the line, settles which it is.`,
    nearest,
    extra: extra.length,
    paths: ['/procedureCode', '/modifiers', '/service'],
  });
}

/** Judges the code of a line that states its service: the jurisdiction first, then code and modifiers. */
function judgeStatedService(
  read: ReadCode,
  service: Service,
  jurisdiction: string,
  { fitting, onFile }: Pick<LineUnderCheck, 'fitting' | 'onFile'>,
): CodeJudgement {
  const codes = service.codes ?? [];
  const nearest = codes.map((code) => near({ service, code }));
  if (service.jurisdiction !== jurisdiction.trim().toUpperCase()) {
    const fact = `${serviceInWords(service)} is a service of ${service.jurisdiction}, and the claim is of another jurisdiction.`;
    return problem({ fact, denial: 'code', nearest, paths: ['/service', '/jurisdiction'] });
  }
  if (read.doubled) return problem({ ...doubled, nearest });
  if (codes.length === 0) return judgeUnnamed(read, service, fitting);
  if (codes.some((code) => isExactly(read, code))) return 'pass';
  const [code] = codes
    .filter(({ procedureCode }) => procedureCode === read.procedureCode)
    .sort(
      (one, other) => distance(read.modifiers, one.modifiers) - distance(read.modifiers, other.modifiers),
    );
  if (code === undefined) {
    const fact = `The code is not that of ${serviceInWords(service)}: ${nearest.map(written).join(', ')}.`;
    return problem({ fact, denial: 'code', nearest, paths: ['/procedureCode', '/service'] });
  }
  return wrongModifiers(read, { service, code }, nearest, onFile);
}

/** Whatever modifiers follow it, H2017 is psychosocial rehabilitation in Missouri. */
const psychosocialRehabilitation = { jurisdiction: 'MO', procedureCode: 'H2017' };

/** The service has no code on file, which can only be told not to be that of another one. */
function judgeUnnamed(
  { procedureCode }: ReadCode,
  { jurisdiction }: Service,
  fitting: readonly CodeOnFile[],
): CodeJudgement {
  const [another] = fitting;
  const isPsr =
    jurisdiction === psychosocialRehabilitation.jurisdiction &&
    procedureCode === psychosocialRehabilitation.procedureCode;
  if (another === undefined && !isPsr) return { notApplicable: reason('no-code-on-file') };
  const fact =
    another === undefined
      ? 'H2017 is psychosocial rehabilitation in Missouri, whatever modifiers follow it.'
      : `The code is that of ${serviceInWords(another.service)}.`;
  return problem({
    fact,
    denial: 'code',
    nearest: fitting.map(near),
    paths: ['/procedureCode', '/modifiers', '/service'],
  });
}

/** The code is right, and its modifiers are not: one is missing, one too many, or one is there instead of another. */
function wrongModifiers(
  read: ReadCode,
  { service, code }: CodeOnFile,
  nearest: NearCode[],
  onFile: readonly CodeOnFile[],
): CodeJudgement {
  const missing = code.modifiers.filter((modifier) => !read.modifiers.includes(modifier));
  const extra = beyond(read, code);
  const aside = extra.filter(isInformational);
  const rest = { ...read, modifiers: read.modifiers.filter((modifier) => !aside.includes(modifier)) };
  const another = aside.length === extra.length ? undefined : onFile.find((one) => isExactly(rest, one.code));
  if (another !== undefined) {
    const fact = `The modifiers are those of ${serviceInWords(another.service)}.`;
    return problem({ fact, denial: 'modifier', nearest, missing, extra: extra.length });
  }
  if (missing.length === 0) return more(extra, service, nearest);
  const fact = `${named(missing)} of ${serviceInWords(service)} ${missing.length === 1 ? 'is' : 'are'} missing.`;
  return problem({ fact, denial: 'missingModifier', nearest, missing, extra: extra.length });
}

function written({ procedureCode, modifiers }: NearCode): string {
  return [procedureCode, ...modifiers].join(' ');
}
