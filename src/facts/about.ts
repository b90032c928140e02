const objects = ['member', 'staff', 'agency', 'plan', 'assessment', 'documentation', 'history'] as const;

/** What a fact is about. */
export type About = (typeof objects)[number] | 'session' | 'claim';

/** What the fact at a dotted path or a JSON Pointer is about: of facts of one assessment, that assessment. */
export function aboutOf(path: string): About {
  const keys = path.split(/[./]/);
  if (keys.includes('linesLeftOut')) return 'claim';
  return objects.find((one) => keys.includes(one)) ?? 'session';
}
