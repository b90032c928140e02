/** A small file of an invented agency. */
export interface Sample {
  readonly says: string;
  readonly name: string;
  /** What a person would choose beside it. */
  readonly jurisdiction?: string;
  readonly load: () => Promise<Uint8Array>;
  /** Of FHIR, what its codes stand for. */
  readonly fhir?: () => Promise<string>;
}

const encode = (text: string) => new TextEncoder().encode(text);

function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
}

export const samples: readonly Sample[] = [
  {
    says: 'CSV, as an EHR exports it',
    name: 'visits.csv',
    load: async () => encode((await import('../../../../fixtures/tables/visits.csv?raw')).default),
  },
  {
    says: 'Excel workbook',
    name: 'visits.xlsx',
    load: async () => bytesOf((await import('../../../../fixtures/tables/visits.xlsx?inline')).default),
  },
  {
    says: 'Sessions as NDJSON',
    name: 'march.ndjson',
    load: async () => encode((await import('../../../../fixtures/months/mt-imr.ndjson?raw')).default),
  },
  {
    says: 'Claims, 837P',
    name: 'missouri.837',
    jurisdiction: 'MO',
    load: async () => encode((await import('../../../../fixtures/x12/missouri.837?raw')).default),
  },
  {
    says: 'FHIR export',
    name: 'export.ndjson',
    load: async () => encode((await import('../../../../fixtures/fhir/export.ndjson?raw')).default),
    fhir: async () => (await import('../../../../fixtures/fhir/mapping.json?raw')).default,
  },
];
