/** Cases are told as `billability test` tells them. */
export * from '../../src/cli/evidence/asked-of-cases.js';
