import { factTable as questions, nothings } from '../facts/generated/table.js';
import type { Condition, DiagnosisClass, Leaf } from './condition.js';

/** A condition as an English clause, such as "the member is 16 years or older on the date of service". */
export function describe(condition: Condition): string {
  switch (condition.op) {
    case 'not':
      return condition.condition.op === 'ageAtLeast'
        ? describeLeaf(condition.condition)
            .replace(' or older', '')
            .replace('the member is', 'the member is not yet')
        : `it is not so that ${part(condition.condition)}`;
    case 'all':
      return condition.conditions.map(part).join(', and ');
    case 'any':
      return condition.conditions.map(part).join(', or ');
    case 'atLeast':
      return `at least ${String(condition.count)} of these: ${condition.conditions.map(part).join('; ')}`;
    case 'when':
      return `${part(condition.then)}, where ${part(condition.condition)}`;
    case 'reading':
      return `the reading ${condition.reading} is ${condition.value}`;
    default:
      return describeLeaf(condition);
  }
}

/** A part of a list of conditions: one that is a list itself stands in brackets. */
function part(condition: Condition): string {
  const text = describe(condition);
  return ['all', 'any', 'atLeast', 'when', 'not'].includes(condition.op) ? `(${text})` : text;
}

function describeLeaf(leaf: Leaf): string {
  if (leaf.op === 'exists') {
    const { article, noun } = nothings[leaf.fact];
    return `there is ${article} ${noun}`;
  }
  const { label } = questions[leaf.fact];
  switch (leaf.op) {
    case 'is':
      return label.replace('whether ', leaf.value ? '' : 'it is not so that ');
    case 'oneOf':
      return `${label} is ${either(leaf.codes)}`;
    case 'holds':
      return `${label} hold ${either(leaf.codes)} on the date of service${leaf.since === undefined ? '' : `, from ${leaf.since} on`}`;
    case 'includesAny':
      return `${label} include ${either(leaf.codes)}`;
    case 'includesAll':
      return `${label} include ${both(leaf.codes)}`;
    case 'includesOther':
      return `${label} include something other than ${either(leaf.codes)}`;
    case 'notOnly':
      return `${label} are not ${both(leaf.codes)} alone`;
    case 'atLeastNumber':
      return `${label} ${plural.includes(leaf.fact) ? 'are' : 'is'} at least ${String(leaf.value)}`;
    case 'ageAtLeast':
      return `the member is ${age(leaf.months)} or older on ${questions[leaf.at].label}`;
    case 'doneBy':
      return `${label} include ${leaf.topic}, completed on or before the date of service`;
    case 'notAfterService':
      return `${label} is on or before the date of service`;
    case 'hasDiagnosis':
      return `a diagnosis is of the class ${classNames[leaf.class]}`;
    case 'inForce':
      return 'the plan is in force on the date of service';
  }
}

/** Numbers whose name is a plural. */
const plural: readonly string[] = ['minutes', 'units'];

const classNames: Readonly<Record<DiagnosisClass, string>> = {
  bipolar: 'bipolar disorder',
  majorDepression: 'major depression',
  psychotic: 'psychotic disorders',
  substanceUse: 'substance use disorders',
};

function age(months: number): string {
  return months % 12 === 0 ? `${String(months / 12)} years` : `${String(months)} months`;
}

/** "A", "A or B", "A, B or C" */
export function either(words: readonly string[]): string {
  return series(words, 'or');
}

/** "A", "A and B", "A, B and C" */
export function both(words: readonly string[]): string {
  return series(words, 'and');
}

function series(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
