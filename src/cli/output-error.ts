/** The report could not be written, or not to its end. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EDQUOT: 'is not written: the disk quota is used up',
  EFBIG: 'is not written: it would be too large a file',
  EISDIR: 'is a folder',
  ENOENT: 'cannot be made: no such folder',
  ENOSPC: 'is not written: the disk is full',
  ENOTDIR: 'cannot be made: no such folder',
  EPERM: 'may not be written',
  EROFS: 'may not be written',
};

/** @param what what is written, such as the name of a file */
export function outputError(what: string, error: unknown): OutputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return new OutputError(`${what}: ${reasons[code] ?? `cannot be written (${code})`}`);
}
