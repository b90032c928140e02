import { askedIn } from '../conditions/walk.js';
import { vocabularyOf, type CodePath, type Vocabulary, type Words } from '../facts/words.js';
import { conditionsOf } from '../rules/reading-at-issue.js';
import type { Service } from '../services/service.js';

/** What words mean where these definitions are on file: their codes are on the lists too. */
export function wordsOnFile(services: readonly Service[], words?: Words): Vocabulary {
  const named = services.flatMap(codesNamedBy);
  return vocabularyOf((path) => named.flatMap((one) => (one.path === path ? one.codes : [])), words);
}

interface Named {
  readonly path: CodePath;
  readonly codes: readonly string[];
}

function codesNamedBy({ criteria, training }: Service): Named[] {
  const topics = training && [...training.initial, ...training.additional.map(({ topic }) => topic)];
  return [
    ...criteria
      .flatMap(conditionsOf)
      .flatMap((condition) => askedIn(condition))
      .flatMap(({ question }): Named[] => {
        switch (question.op) {
          case 'holds':
          case 'includesAny':
          case 'includesAll':
          case 'includesOther':
          case 'notOnly':
            return [{ path: question.fact, codes: question.codes }];
          case 'doneBy':
            return [{ path: question.fact, codes: [question.topic] }];
          default:
            return [];
        }
      }),
    ...(topics === undefined ? [] : [{ path: 'staff.trainings' as const, codes: topics }]),
  ];
}
