/** The first letter small, unless the word is an abbreviation or a name. */
function lowerFirst(sentence: string): string {
  return /^(?!Medicaid|Missouri|Montana|South|Regular PSR)[A-Z][^A-Z]/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}

/** What is so, and the clause it conflicts with, as one sentence. */
export function conflict(fact: string, clause: string): string {
  return `${fact}; ${lowerFirst(clause)}`;
}

/** What is not known, and the clause that asks for it, as one sentence. */
export function notKnown(names: readonly string[], clause: string): string {
  return `Not known: ${names.join('; ')}; ${lowerFirst(clause)}`;
}

/** What is not so, and what is not known to be, as a clause: "Not done by 2024-03-12: ptsd; not known: iddt". */
export function notSo(what: string, short: readonly string[], open: readonly string[]): string {
  if (short.length === 0) return `Not known to be ${what}: ${open.join(', ')}`;
  const rest = open.length === 0 ? '' : `; not known: ${open.join(', ')}`;
  return `Not ${what}: ${short.join(', ')}${rest}`;
}

/** What is not known of whether a clause is asked, and why it would then not be met, as one sentence. */
export function ifAsked(names: readonly string[], fact: string, clause: string): string {
  return `Not known: ${names.join('; ')}; if this is asked, it is not met: ${lowerFirst(conflict(fact, clause))}`;
}

/** "1 unit", "2 units" */
export function count(number: number, one: string, more = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : more}`;
}

/** The sentence with one thing more to say, if there is one. */
export function addedTo(sentence: string, note: string): string {
  if (note === '') return sentence;
  return `${sentence.slice(0, -1)}; ${note}.`;
}
