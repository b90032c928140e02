/** The States whose rules are on file, by their codes. */
export const states: Readonly<Record<string, string>> = {
  MO: 'Missouri',
  MT: 'Montana',
  SC: 'South Carolina',
};
