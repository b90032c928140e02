import { readingNames, type ReadingName } from '../readings/generated.js';
import { readingTable, type ChoiceSetting, type ListsSetting, type NamesSetting } from '../readings/table.js';

type Setting = ChoiceSetting | ListsSetting | NamesSetting;

/** A reading, as pages show it. */
export interface ReadingRow {
  name: ReadingName;
  question: string;
  /** What we choose. */
  choice: string;
  /** The choice is the wider one; as a rule it is the narrower. */
  wide?: true;
  /** The option of `readings` that changes it. */
  setting?: Setting;
  /** What an entry of `codes` may state in its place. */
  codes?: string;
}

/** The readings of these names, each once, in the order of their table. */
export function readingRows(names: readonly ReadingName[]): ReadingRow[] {
  return readingNames
    .filter((name) => names.includes(name))
    .map(
      (name) => JSON.parse(JSON.stringify({ name, ...readingTable[name], facts: undefined })) as ReadingRow,
    );
}

/** What a caller states to change a reading, as Markdown; undefined where nothing changes it. */
export function changedBy({ setting, codes }: ReadingRow): string | undefined {
  if (codes !== undefined) return `\`codes\`: ${codes}`;
  return setting === undefined ? undefined : `\`${setting.option}\`: ${valuesOf(setting)}`;
}

/** The values of a setting, with what they mean; what the default means is said by the choice. */
export function valuesOf(setting: Setting): string {
  if ('names' in setting) return `at least one of the ${setting.names} (default: all)`;
  if ('lists' in setting) {
    const names = Object.keys(setting.default).map((name) => `\`${name}\``);
    return `${setting.lists} for each of ${names.join(', ')}`;
  }
  return Object.entries(setting.choices)
    .map(([choice, means]) => {
      const value = typeof setting.default === 'number' ? choice : `'${choice}'`;
      return `${value} (${choice === String(setting.default) ? 'default' : means})`;
    })
    .join(', ');
}
