import { almostLike } from '../../conditions/operators/code-hints.js';
import { trainingTopics } from '../../facts/generated/codes.js';
import { nearest } from '../../facts/nearest.js';
import type { Session } from '../../facts/generated/types.js';

/** A topic that is written almost like one that is asked for, so that it counts for none. */
export interface TopicHint {
  /** The topic of ours that is meant; never what the input says. */
  readonly code: string;
  readonly text: string;
  readonly sentence: string;
  /** JSON Pointer of the topic as written. */
  readonly place: string;
}

export function topicHints(wanted: readonly string[], staff: Session['staff']): TopicHint[] {
  return (['trainings', 'trainingWaivers', 'trainingExceptions'] as const).flatMap((list) =>
    (staff?.[list] ?? []).flatMap(({ topic }, entry): TopicHint[] => {
      if ((trainingTopics as readonly string[]).includes(topic)) return [];
      const code = nearest(topic, wanted, 1);
      if (code === undefined) return [];
      return [{ ...almostLike(code), place: `/staff/${list}/${String(entry)}/topic` }];
    }),
  );
}

export function hintData(hints: readonly TopicHint[]): { hints?: { code: string; text: string }[] } {
  return hints.length === 0 ? {} : { hints: hints.map(({ code, text }) => ({ code, text })) };
}
