/** Runs the built command for one list of arguments after the other, and tells what each wrote. */
import { runBuilt } from './built.mjs';

process.on('message', async ({ args, input }) => {
  process.send(await runBuilt(args, input));
});
