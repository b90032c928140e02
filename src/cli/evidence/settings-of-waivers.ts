import { checkerOnFile } from '../../check/checker.js';
import type { Checker } from '../../index.js';
import type { ReadAuditRecord } from './read-audit-records.js';

/**
 * In what the waivers of records are others than those of what judges them now; nothing where they are the same.
 *
 * @param records of which another definition, or other settings, judged.
 */
export function waiversMissed(file: string, records: readonly ReadAuditRecord[], checker: Checker): string[] {
  const given = checkerOnFile(checker).settingsOf({}).configured?.told.waivers;
  const others = records.filter(({ record }) => waiversIn(record.rules) !== given);
  const [first] = others;
  if (first === undefined) return [];
  const place = `${file}:${String(first.line)}`;
  if (waiversIn(first.record.rules) === undefined)
    return [`${place}: was judged without waivers, and some are given`];
  if (given === undefined)
    return [
      `${place}: was judged with waivers, and none are given: name them with --waivers FILE, or the --config that states them`,
    ];
  return [`${place}: was judged with other waivers than are given, or with these in another order`];
}

/** The digest of the waivers; of a record that was changed by hand whatever stands there. */
function waiversIn({ settings }: ReadAuditRecord['record']['rules']): unknown {
  return (Object(settings) as { readonly waivers?: unknown }).waivers;
}
