import type { ReadCode } from '../../facts/written-code.js';
import { general } from '../../findings/citation.js';
import { denialsOf, type DenialKey } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { Severity } from '../../findings/result.js';
import type { FindingData, NearCode } from '../../findings/finding-data.js';
import { conflict, count } from '../../findings/wording.js';
import type { BillingCode, Service } from '../../services/service.js';
import type { Judgement } from '../rule.js';
import { isExactly, nearestTo, type CodeOnFile } from './codes-on-file.js';

const cite = general('A claim line names its service by code and modifiers');
const says = 'A claim line has the code and exactly the modifiers of its service.';

/** Judges the code of a line that states no service: it is on file, or it is not known to us. */
export function judgeCode(
  read: ReadCode,
  matched: CodeOnFile | undefined,
  onFile: readonly CodeOnFile[],
): Judgement {
  if (read.doubled) return problem('fail', 'error', 'A modifier stands on the line twice', 'code', {});
  if (matched !== undefined) return 'pass';
  const nearest = nearestTo(onFile, read);
  const names = nearest.map((code) => `${written(code)} (${code.service})`);
  const advice = names.length === 0 ? '' : `, and the nearest are ${names.join(', ')}`;
  return problem(
    'unknown',
    'error',
    `No definition is on file for this code with these modifiers${advice}`,
    undefined,
    { nearest },
  );
}

/** Judges the code of a line that states its service: the jurisdiction first, then code and modifiers. */
export function judgeStatedService(
  read: ReadCode,
  service: Service,
  jurisdiction: string,
  onFile: readonly CodeOnFile[],
): Judgement {
  const nearest = (service.codes ?? []).map((code) => near(service, code));
  if (service.jurisdiction !== jurisdiction.trim().toUpperCase()) {
    return problem(
      'fail',
      'error',
      `The service stated is of ${service.jurisdiction}, another jurisdiction than the claim's`,
      'code',
      { nearest },
    );
  }
  if (read.doubled)
    return problem('fail', 'error', 'A modifier stands on the line twice', 'code', { nearest });
  if (service.codes === undefined) return { notApplicable: 'no code is on file for this service' };
  if (service.codes.some((code) => isExactly(read, code))) return 'pass';
  const code = service.codes.find(({ procedureCode }) => procedureCode === read.procedureCode);
  if (code === undefined)
    return problem('fail', 'error', 'The code is not that of the service stated', 'code', { nearest });
  const missing = code.modifiers.filter((modifier) => !read.modifiers.includes(modifier));
  const extra = read.modifiers.filter((modifier) => !code.modifiers.includes(modifier)).length;
  if (missing.length > 0) {
    const lacking = `${missing.length === 1 ? 'Modifier' : 'Modifiers'} ${missing.join(' and ')} of the service stated ${missing.length === 1 ? 'is' : 'are'} missing`;
    return problem('fail', 'error', lacking, 'missingModifier', { nearest, missing, extra });
  }
  const another = onFile.find((one) => isExactly(read, one.code));
  if (another !== undefined) {
    return problem('fail', 'error', `The modifiers are those of ${another.service.id}`, 'modifier', {
      nearest,
      missing,
      extra,
    });
  }
  const more = `${count(extra, 'modifier')} more than the service stated has`;
  return problem('fail', 'warning', more, 'modifier', { nearest, missing, extra }, 'extra-modifiers');
}

function problem(
  outcome: 'fail' | 'unknown',
  severity: Severity,
  fact: string,
  denial: DenialKey | undefined,
  data: Partial<FindingData['claim/code']>,
  reading?: string,
): Judgement {
  return finding({
    rule: 'claim/code',
    outcome,
    severity,
    message: conflict(fact, says),
    data: { nearest: [], missing: [], extra: 0, ...data },
    paths: ['/procedureCode', '/modifiers'],
    cite,
    reading,
    denials: denialsOf(denial),
  });
}

function near(service: Service, { funding, procedureCode, modifiers }: BillingCode): NearCode {
  return { service: service.id, funding, procedureCode, modifiers: [...modifiers] };
}

function written({ procedureCode, modifiers }: NearCode): string {
  return [procedureCode, ...modifiers].join(' ');
}
