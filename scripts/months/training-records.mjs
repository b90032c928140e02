/** The training that professional PSR asks for, with its hours, and a personnel file that holds it. */
const INITIAL = ['cpr-program-orientation', 'documentation-and-medicaid-compliance'];
const ADDITIONAL = [
  ['cpr-additional-training'],
  ['cognitive-behavioral-therapy', 2.5],
  ['recovery-based-treatment-plan', 2],
  ['illness-management-and-recovery', 2.5],
  ['introduction-to-dbt', 2],
  ['iddt', 2],
  ['motivational-interviewing', 4],
  ['suicide-prevention', 2],
  ['ptsd', 1],
  ['medications-and-diagnosis', 1],
  ['older-adults', 1],
];

/**
 * Every topic with its hours, documented: initial training completed on one day, additional on another. `instead`
 * gives other entries for a topic, none where it was not taken.
 */
export function personnelFile({ initial, additional }, instead = {}) {
  const first = INITIAL.map((topic) => ({ topic, completedOn: initial, documented: true }));
  const further = ADDITIONAL.map(([topic, hours]) => ({
    topic,
    completedOn: additional,
    ...(hours && { hours }),
    documented: true,
  }));
  return [...first, ...further].flatMap((entry) =>
    (instead[entry.topic] ?? [{}]).map((other) => ({ ...entry, ...other })),
  );
}
