/** Where a resource is. */
export interface Kept {
  /** `Encounter/e1`, or where it stands if it has no id. */
  readonly place: string;
  /** Where a Bundle says that it is kept. */
  readonly fullUrl?: string | undefined;
}

/** Where a resource is kept, in all its versions. The letters of a UUID are in either case. */
export function versionless(url: string): string {
  return url.replace(/\/_history\/.*$/, '').replace(/^urn:uuid:[^#]*/i, (urn) => urn.toLowerCase());
}

/** The type and id at the end of a place or URL. */
export function keyIn(url: string): string | undefined {
  return /(?<=^|\/)[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]+$/.exec(url)?.[0];
}

/** Where the server of a URL keeps its resources. */
export function serverOf(url: string): string | undefined {
  const key = /^https?:/.test(url) ? keyIn(url) : undefined;
  return key === undefined ? undefined : url.slice(0, -key.length);
}

/** What a resource is known by, in all its versions. */
export function identityOf({ fullUrl, place }: Kept): string {
  return fullUrl === undefined ? place : versionless(fullUrl);
}

/** A reference from a resource, from the server where that is kept. */
export function absolute(url: string, from: Kept): string {
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(url);
  const server = isRelative ? serverOf(identityOf(from)) : undefined;
  return server === undefined ? url : server + url;
}
