import type { Condition, Question } from '../../src/conditions/condition.js';
import { demandOf, isQuestion } from '../../src/conditions/walk.js';
import type { Writer } from './decisions.js';

/** When something is surely true, and when it is surely false, as expressions. */
interface Sure {
  readonly yes: string;
  readonly no: string;
}

const notSure: Sure = { yes: 'false', no: 'false' };

/** Of an answer that is true, false or not known. */
const byTruth = (truth: string): Sure => ({ yes: `${truth} === TRUE`, no: `${truth} === FALSE` });

function any(...all: readonly (string | undefined)[]): string {
  const open = all.filter((one) => one !== undefined && one !== 'false');
  if (open.includes('true')) return 'true';
  return open.length === 0 ? 'false' : open.map((one) => `(${String(one)})`).join(' || ');
}

export function all(...each: readonly string[]): string {
  if (each.includes('false')) return 'false';
  const open = each.filter((one) => one !== 'true');
  return open.length === 0 ? 'true' : open.map((one) => `(${one})`).join(' && ');
}

function atLeast(count: number, parts: readonly string[]): string {
  if (count <= 0) return 'true';
  if (count === 1) return any(...parts);
  if (count === parts.length) return all(...parts);
  if (count > parts.length) return 'false';
  const sum = parts.filter((part) => part !== 'false').map((part) => `Number(${part})`);
  return sum.length < count ? 'false' : `${sum.join(' + ')} >= ${String(count)}`;
}

export function sureOf(condition: Condition, to: Writer): Sure {
  if (isQuestion(condition)) return sureOfQuestion(condition, to);
  const { count, parts } = demandOf(condition);
  const sure = parts.map((part) => {
    const { yes, no } = sureOf(part.condition, to);
    return part.isNegated ? { yes: no, no: yes } : { yes, no };
  });
  return {
    yes: atLeast(
      count,
      sure.map(({ yes }) => yes),
    ),
    no: atLeast(
      sure.length - count + 1,
      sure.map(({ no }) => no),
    ),
  };
}

function sureOfQuestion(question: Question, to: Writer): Sure {
  const { from } = to;
  const truth = (expression: string) => byTruth(to.once(expression));
  const meaning = (path: string) => `words.meaning${path.includes('.') ? `['${path}']` : `.${path}`}`;
  switch (question.op) {
    case 'is': {
      const { value, isOfNone } = to.fact(question.fact);
      const isSo = `${value} === true`;
      if (question.among !== undefined) {
        const item = question.fact.split('.').at(-1) ?? '';
        return { yes: any(isSo, `!readings.${question.among}.includes('${item}')`), no: 'false' };
      }
      const isNot = any(isOfNone, `${value} != null && ${value} !== true`);
      return question.value ? { yes: isSo, no: isNot } : { yes: isNot, no: isSo };
    }
    case 'oneOf': {
      // An impairment level of none is a level.
      if (question.fact.startsWith('assessment.impairments.')) return notSure;
      const { value } = to.fact(question.fact);
      const isOne = question.codes.map((code) => `${value} === ${JSON.stringify(code)}`).join(' || ');
      const isStated = `${from('conditions/operators/stated.js', 'isStated')}(${value})`;
      return { yes: isOne, no: `${isStated} && !(${isOne})` };
    }
    case 'holds': {
      const name = from('conditions/operators/holds.js', 'isHeld');
      const { fact, codes, since } = question;
      const list = `${name}(${to.read(fact)}, ${to.asked(codes)}, on, readings.openStart, ${meaning(fact)})`;
      const { yes, no } = truth(list);
      if (since === undefined) return { yes, no };
      return { yes: all(`on >= '${since}'`, yes), no: any(`on < '${since}'`, no) };
    }
    case 'includesAny':
    case 'includesOther':
    case 'notOnly': {
      const name = from('conditions/operators/lists.js', 'hasOne');
      const { op, fact, codes } = question;
      return truth(`${name}(${to.read(fact)}, ${to.asked(codes)}, ${meaning(fact)}, '${op}')`);
    }
    case 'includesAll': {
      const name = from('conditions/operators/lists.js', 'hasEach');
      const { fact, codes } = question;
      return truth(`${name}(${to.read(fact)}, ${to.asked(codes)}, ${meaning(fact)})`);
    }
    case 'doneBy': {
      const name = from('conditions/operators/done-by.js', 'isDone');
      const { fact, topic } = question;
      return truth(`${name}(${to.read(fact)}, ${to.asked([topic])}, on, ${meaning(fact)})`);
    }
    case 'ageAtLeast': {
      const name = from('conditions/operators/age-at-least.js', 'isOfAge');
      const { fact, months, at } = question;
      return truth(`${name}(${to.read(fact)}, ${String(months)}, ${to.read(at)}, readings.leapBirthday)`);
    }
    case 'inForce': {
      const name = from('conditions/operators/in-force.js', 'isInForce');
      return truth(
        `${name}(${to.read('plan')}, on, ${question.asStated === undefined ? 'UNKNOWN' : 'TRUE'})`,
      );
    }
    case 'atLeastNumber': {
      const { value, isOfNone } = to.fact(question.fact);
      const isSo = `${value} >= ${String(question.value)}`;
      return { yes: `${value} != null && ${isSo}`, no: any(isOfNone, `${value} != null && !(${isSo})`) };
    }
    case 'notAfterService': {
      const { value, isOfNone } = to.fact(question.fact);
      return {
        yes: `${value} != null && ${value} <= on`,
        no: any(isOfNone, `${value} != null && !(${value} <= on)`),
      };
    }
    case 'exists': {
      const whole = to.read(question.fact);
      return { yes: `${whole} != null && ${whole} !== 'none'`, no: `${whole} === 'none'` };
    }
    case 'stated': {
      const isSo = `${from('conditions/operators/stated.js', 'isStated')}(${to.fact(question.fact).value})`;
      return { yes: isSo, no: `!${isSo}` };
    }
    case 'notEmpty': {
      const { value, isOfNone } = to.fact(question.fact);
      const isThere = `${value} == null || ${value}.length > 0`;
      return {
        yes: isOfNone === undefined ? isThere : `!${isOfNone} && (${isThere})`,
        no: any(isOfNone, `!(${isThere})`),
      };
    }
    case 'differ': {
      const [one, other] = [to.read(question.fact), to.read(question.from)];
      const areKnown = `${one} != null && ${other} != null`;
      return { yes: `${areKnown} && ${one} !== ${other}`, no: `${areKnown} && ${one} === ${other}` };
    }
    case 'reading': {
      const value = JSON.stringify(question.value);
      return {
        yes: `readings.${question.reading} === ${value}`,
        no: `readings.${question.reading} !== ${value}`,
      };
    }
    default:
      return notSure;
  }
}
