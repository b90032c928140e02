import type * as library from '../../src/index.js';

export interface Shape {
  readonly name: string;
  readonly few: number;
  readonly many: number;
  readonly made: (count: number) => () => unknown;
}

export function shapesOf(surface: typeof library): Shape[];
