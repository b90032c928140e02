import type { BatchResult } from '../check/batch.js';
import type { PriorUse } from '../index.js';

/** What a person could do for the check to tell more; said once, not for each record. */
export function adviceOn(
  results: BatchResult['results'],
  history: readonly PriorUse[] | undefined,
  onFile: readonly string[],
): string[] {
  const others = (history ?? []).filter(({ service }) => !onFile.includes(service)).length;
  return [
    ...(results.length === 0 ? ['The input holds no records.'] : []),
    ...(history === undefined && results.some(lacksHistory)
      ? [
          'What was already billed is not known, so unit limits cannot be judged. Give it with --history FILE, or say --history none if nothing else was billed.',
        ]
      : []),
    ...(others > 0
      ? [`Prior uses of services not on file, which count toward no limit: ${String(others)}.`]
      : []),
  ];
}

function lacksHistory(result: BatchResult['results'][number]): boolean {
  if (result.verdict === 'invalid') return false;
  return result.findings.some(({ missing }) => missing.some(({ path }) => path === '/history'));
}
