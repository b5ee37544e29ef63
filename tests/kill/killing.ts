// What all that is killed at random has in common.
import { type Running, waitFor } from '../support/process.ts';

/** Waits until a worker says that it sends. */
export const untilReady = (worker: Running) => waitFor(worker, (output) => (output.includes('ready') ? true : null));

/** Kills it as a crash would, and shows its log where that tells of an error. */
export async function killed(worker: Running | undefined): Promise<void> {
  worker?.child.kill('SIGKILL');
  await worker?.exit;
  if (worker && /"level":"error"/.test(worker.output())) console.log(worker.output());
}
