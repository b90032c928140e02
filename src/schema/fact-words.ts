import { codeLists, trainingTopics } from '../facts/codes.js';
import { questions } from '../facts/questions.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema says of the fact at a path, such as `'member.birthDate'`; `[]` stands for an entry of a list. */
export type WordsAt = (path: string) => JsonSchema;

const objects: Readonly<Record<string, string>> = {
  group: 'The group meeting, where there was one.',
  member: 'The person who receives the service.',
  staff: 'The person who renders the service.',
  'staff.supervisor': 'The supervisor of the rendering staff member; "none" says that there is none.',
  agency: 'The agency that bills.',
  plan: 'The individual plan: treatment or recovery plan, IPOC or ITP; "none" says that there is none.',
  assessment: 'The diagnostic assessment; "none" says that there is none.',
  'assessment.impairments': 'Functional impairment by area.',
  'assessment.needs': 'Which needs are found.',
  'assessment.scores': 'Scores of assessment tools.',
  documentation: 'What the record holds about the session.',
  'documentation.attendanceLog': 'The attendance log; "none" says that there is none.',
  'documentation.weeklyNote': 'The weekly note; "none" says that there is none.',
  'documentation.progressNote': 'The note of the session; "none" says that there is none.',
};

const entries: readonly (readonly [ending: RegExp, description: string])[] = [
  [
    /\[\]\.code$/,
    'Codes in the examples are known to the definitions; others are allowed and match nothing.',
  ],
  [/\[\]\.from$/, 'First day on which it is held; open if left out or null.'],
  [/\[\]\.through$/, 'Last day on which it is held, not before the first; open if left out or null.'],
  [/\[\]\.hours$/, 'How many hours it had.'],
  [/\[\]\.documented$/, 'Whether it is documented in the personnel file.'],
  [/\[\]\.topic$/, 'Topics in the examples are known to the definitions; others are allowed.'],
];

const known: Readonly<Record<string, readonly string[]>> = codeLists;

/** The words for the facts of a session: each fact's question. */
export const sessionWords: WordsAt = (path) => {
  const question: string | undefined = new Map(Object.entries(questions)).get(path)?.question;
  const description = question ?? objects[path] ?? entries.find(([ending]) => ending.test(path))?.[1];
  const list = path.replace(/\[\](?:\.code)?$/, '');
  const examples = list === path ? undefined : known[list];
  const topics = path.endsWith('[].topic') ? trainingTopics : undefined;
  return {
    ...(description !== undefined && { description }),
    ...((examples ?? topics) !== undefined && { examples: [...(examples ?? topics ?? [])] }),
  };
};

const ofClaim: Readonly<Record<string, string>> = {
  id: "The caller's own key of the claim.",
  jurisdiction: 'Whose rules apply: "MO", "SC" or "MT".',
  funding: 'Who pays; not stated, it is told by the code of each line.',
  lines: 'At least one.',
  'lines[].lineNumber': 'From 1; its place in the list, if left out.',
  'lines[].procedureCode': 'A HCPCS code, a local code, or code and modifiers run together ("H2017HOHQ").',
  'lines[].modifiers': 'The modifiers, in any order.',
  'lines[].service': 'Only where several definitions share a code, or a definition has none.',
  'lines[].session': 'Facts of the session behind the line, where they are known.',
};

/** The words for the facts of a claim: those of a session, and what only a claim has. */
export const claimWords: WordsAt = (path) => {
  const own = ofClaim[path];
  return own === undefined
    ? sessionWords(path.replace(/^lines\[\]\.(?:session\.)?/, ''))
    : { description: own };
};

const ofUse: Readonly<Record<string, string>> = {
  id: "The session's own key; a prior use with the key of the session under check is that session.",
  memberId: 'The member; left out, the member of the check. A batch asks for it.',
  units: 'The units that were billed.',
};

/** The words for prior use. */
export const useWords: WordsAt = (path) => {
  const fact = path.replace(/^\[\]\.?/, '');
  const own = ofUse[fact];
  return own === undefined ? sessionWords(fact) : { description: own };
};

/** The schema with words for each fact in it. */
export function withWords(schema: JsonSchema, wordsAt: WordsAt, path = ''): JsonSchema {
  const within = (part: JsonSchema, at: string) => withWords(part, wordsAt, at);
  const inPart = (part: JsonSchema, at: string) => ({ ...wordsAt(at), ...within(part, at) });
  const parts = Object.entries(schema).map(([keyword, value]) => {
    switch (keyword) {
      case 'anyOf':
        return [keyword, (value as JsonSchema[]).map((one) => within(one, path))];
      case 'items':
        return [keyword, inPart(value as JsonSchema, `${path}[]`)];
      case 'properties': {
        const at = (key: string) => (path === '' ? key : `${path}.${key}`);
        const properties = Object.entries(value as Readonly<Record<string, JsonSchema>>);
        return [keyword, Object.fromEntries(properties.map(([key, part]) => [key, inPart(part, at(key))]))];
      }
      default:
        return [keyword, value];
    }
  });
  return Object.fromEntries(parts) as JsonSchema;
}
