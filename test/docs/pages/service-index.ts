import { services, sources, type BillingCode, type Service } from '../../../src/index.js';
import { code, linksFrom, table } from './markdown.js';

const notSet = 'not set by this source';

/** The table of all services, with links from a page. */
function servicesTable(): string[] {
  const links = linksFrom('docs/services/README.md');
  return table(
    ['Service', 'Codes and rates a unit', 'Unit', 'Limits', 'Document', 'In force'],
    services.map((service) => [
      `${links.service(service.id)} ${service.title}`,
      service.codes?.map(codeInWords).join('; ') ?? notSet,
      service.unit === undefined ? notSet : `${String(service.unit.minutes)} minutes`,
      limitsInWords(service),
      sources.find(({ id }) => id === service.inForce.cite.source)?.title ?? '',
      periodInWords(service.inForce),
    ]),
  );
}

function codeInWords({ funding, procedureCode, modifiers, rates }: BillingCode): string {
  const payer = funding === 'medicaid' ? 'Medicaid' : 'Purchase of Service';
  const name = `${payer} ${code([procedureCode, ...modifiers].join(' '))}`;
  if (rates.length === 0) return `${name}, rate ${notSet}`;
  const each = rates.map(({ from, rate, providerPay }) => {
    const paid = rate === providerPay ? '' : `, provider pay $${providerPay}`;
    return `$${rate}${paid}${from === undefined ? '' : ` (from ${from})`}`;
  });
  return `${name}: ${each.join('; ')}`;
}

function limitsInWords({ limits, group }: Service): string {
  const words = [
    ...(limits ?? []).map(({ per, units, from }) => {
      const period = per === 'day' ? 'day' : 'calendar month';
      return `${String(units)} units a ${period}${from === undefined ? '' : ` (from ${from})`}`;
    }),
    ...(group === undefined ? [] : [`${String(group.perStaff)} people for one staff member in a group`]),
  ];
  return words.length === 0 ? notSet : words.join('; ');
}

function periodInWords({ from, through }: Service['inForce']): string {
  if (from === undefined && through === undefined) return 'on every date: the source is undated';
  return [from === undefined ? '' : `from ${from}`, through === undefined ? '' : `through ${through}`]
    .filter((bound) => bound !== '')
    .join(' ');
}

export function serviceIndexMarkdown(): string {
  return [
    '# Services',
    '',
    'Each sheet says who may get the service, who may give it, how much, what is to be documented and what is paid, each',
    'line with its clause. What a document does not set is not limited here either.',
    '',
    ...servicesTable(),
    '',
  ].join('\n');
}
