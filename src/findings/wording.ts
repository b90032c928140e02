/** A clause as a sentence; what ends as one stays as it is, but for blanks around it. */
export function sentence(clause: string): string {
  const said = clause.trim();
  if (/[.!?]$/.test(said)) return said;
  let end = said.length;
  while (/[\s,;:]/.test(said.charAt(end - 1))) end--;
  return `${said.slice(0, end)}.`;
}

/** Sentences one after another; those that are empty say nothing. */
export function inTurn(...sentences: readonly string[]): string {
  return sentences.reduce((said, one) => (said === '' || one === '' ? said + one : `${said} ${one}`), '');
}

/** "Not known: the start time; the end time." */
export function notKnown(names: readonly string[]): string {
  return `Not known: ${names.join('; ')}.`;
}

/** A clause with a capital; what begins with a code or a number stays as it is. */
export function capitalized(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

/** What is short of some topics, and what is not known of others. */
export function notDone(what: string, short: readonly string[], open: readonly string[]): string {
  return inTurn(
    short.length === 0 ? '' : `Not ${what}: ${short.join('; ')}.`,
    open.length === 0 ? '' : `Not known to be ${what}: ${open.join('; ')}.`,
  );
}

/** "1 unit is claimed.", "2 units are claimed." */
export function unitsClaimed(units: number | null): string {
  return units === null ? 'No units are stated.' : `${counted(units, 'unit')} claimed.`;
}

/** "1 minute is", "2 minutes are" */
export function counted(number: number, one: string, more?: string): string {
  return `${count(number, one, more)} ${number === 1 ? 'is' : 'are'}`;
}

/** "1 unit", "2 units" */
export function count(number: number, one: string, more = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : more}`;
}
