export function linksOf(page: string): string[];
export function withTargets(page: string, targetFor: (target: string) => string): string;
export function anchorsOf(page: string): string[];
