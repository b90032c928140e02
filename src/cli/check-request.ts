import type { JoinKey } from '../adapters/tables/index.js';
import type { Only } from '../reports/only.js';
import type { FailOn } from './exit-status.js';
import type { CommandFormat } from './formats.js';
import type { StatedConfig } from './config-option.js';
import type { ChosenConfig } from './input/found-config.js';
import type { MissingFacts } from './missing-facts.js';

/** What `billability check` is asked to do. */
export interface CheckRequest extends ChosenConfig, CheckOptions {}

/** What is stated of a check. */
export interface StatedCheck extends StatedConfig, CheckOptions {}

interface CheckOptions {
  readonly format: CommandFormat;
  readonly openAs?: 'note';
  readonly failOn: FailOn;
  readonly missingFacts: MissingFacts;
  readonly asOf?: string;
  readonly history?: readonly string[];
  readonly map?: readonly string[];
  readonly waivers?: readonly string[];
  readonly jurisdiction?: string;
  readonly claimDiagnoses?: boolean;
  readonly facts?: readonly string[];
  readonly by?: readonly JoinKey[];
  readonly printConfig?: boolean;
  readonly grouped?: boolean;
  readonly workers?: number;
  readonly firstLine?: number;
  readonly name?: string;
  readonly output?: string;
  readonly keys?: boolean;
  readonly allowEmpty?: boolean;
  readonly rule?: readonly string[];
  readonly verdict?: Only['verdicts'];
  readonly heldBy?: Only['heldBy'];
  readonly sort?: 'money' | 'file';
  readonly full?: boolean;
  readonly quiet?: boolean;
  readonly byRule?: boolean;
  readonly ways?: boolean;
  readonly since?: string;
  readonly record?: string;
  readonly seal?: string;
}
