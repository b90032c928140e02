/**
 * Writes fixtures/months for Missouri's psychosocial rehabilitation: March 2025 of H2017TG, H2017HO and H2017HOHQ, each as
 * NDJSON with what a check of it must find, line by line.
 *
 * What is wrong with a session is planted and stated beside the plant; nothing of the library is used.
 * The expectations hold with no other units billed (`--history none`) and as of 2025-04-01.
 */
import { enhancedPsr } from './enhanced-psr.mjs';
import { professionalPsr } from './professional-psr.mjs';
import { writeMonth } from './shared.mjs';

const { individual, group } = professionalPsr();
writeMonth('mo-H2017TG', enhancedPsr());
writeMonth('mo-H2017HO', individual);
writeMonth('mo-H2017HOHQ', group);
