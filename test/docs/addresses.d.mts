export const repository: string;
export function isPacked(path: string): boolean;
export function pathOf(link: string, page: string): string | undefined;
export function withAddresses(text: string, page: string): string;
