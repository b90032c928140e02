import { services, type Service } from '../../../src/index.js';
import { aboutRule, rulesOf } from '../../../src/rules/index.js';
import type { Statement } from '../../../src/rules/rule.js';
import type { Clause, Document } from '../../../src/services/document.js';

/** Every clause of a document in the order of its text: what the definitions say of it, and what stands beside them. */
export function clausesOf(document: Document): Clause[] {
  const said = saidOf(document);
  return document.text.flatMap((entry) =>
    typeof entry === 'string'
      ? said.flatMap((clause) =>
          sectionsOf(clause, document).includes(entry) ? [{ ...clause, section: entry }] : [],
        )
      : [entry],
  );
}

/** What the definitions say with the document, each clause once, by the section that they cite. */
export function saidOf({ source }: Document): Clause[] {
  const said = services.flatMap((service) =>
    rulesOf(service).flatMap(({ id, says, cite }): Clause[] => {
      const onSheet = statementsOf(service, id).filter((one) => one.cite.source === source.id);
      const statements =
        onSheet.length > 0 ? onSheet : [{ says, cite }].filter((one) => one.cite.source === source.id);
      return statements.map((one) => ({ section: one.cite.section, says: one.says, rules: [id] }));
    }),
  );
  return [...new Map(said.map((clause) => [JSON.stringify(clause), clause])).values()];
}

/** What the sheet of a service says of a rule that computes, on the first day of each of its values. */
function statementsOf(service: Service, id: string): Statement[] {
  const values = [...(service.codes ?? []).map(({ rates }) => rates), service.limits ?? []].flat();
  const days = new Set(['0001-01-01', ...values.flatMap(({ from = [] }) => from)]);
  return [...days].flatMap((day) => [...(aboutRule(id)?.sheet?.(service, day) ?? [])]);
}

/** One section or, where the document lists none of that name, several: "4.1, 5.4". */
export function sectionsOf({ section }: Clause, { text }: Document): string[] {
  return text.includes(section) ? [section] : section.split(', ');
}
