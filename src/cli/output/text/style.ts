import picocolors from 'picocolors';

/** Colours and weights; each gives its text back as it is where colours are not wanted. */
export type Style = Readonly<
  Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan', (text: string) => string>
>;

export function styleOf(color: boolean): Style {
  return picocolors.createColors(color);
}
