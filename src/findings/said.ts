/** What a person is told, code by code: the sentence for its data. */
type Sentences = Readonly<Record<string, (data: never) => string>>;

type CodeOf<Table extends Sentences> = keyof Table & string;

/** The codes that have no data. */
export type PlainCode<Table extends Sentences> = {
  [Code in CodeOf<Table>]: Parameters<Table[Code]> extends [] ? Code : never;
}[CodeOf<Table>];

/** What a table says without data. */
export interface Plain<Code extends string> {
  code: Code;
  message: string;
}

interface WithData<Code extends string, Data> extends Plain<Code> {
  data: Data;
}

/** What a table says by one of its codes. */
export type SaidOf<Table extends Sentences, Code extends CodeOf<Table>> =
  Parameters<Table[Code]> extends [infer Data] ? WithData<Code, Data> : Plain<Code>;

/** All that a table says: its code tells the type of its data. */
export type SaidBy<Table extends Sentences> =
  | Plain<PlainCode<Table>>
  | {
      [Code in Exclude<CodeOf<Table>, PlainCode<Table>>]: SaidOf<Table, Code>;
    }[Exclude<CodeOf<Table>, PlainCode<Table>>];

/** Makes what a table says by one of its codes. */
export function said<Table extends Sentences, Code extends CodeOf<Table>>(
  table: Table,
  code: Code,
  data: Parameters<Table[Code]>,
): SaidOf<Table, Code> {
  const [about]: readonly unknown[] = data;
  const message = (table[code] as (about: unknown) => string)(about);
  return (about === undefined ? { code, message } : { code, data: about, message }) as SaidOf<Table, Code>;
}
