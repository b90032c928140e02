import { Worker } from 'node:worker_threads';
import { OutputError } from '../output-error.js';
import type { CheckedPart } from './check-part.js';
import type { Part } from './part-cutter.js';
import type { WorkerTask } from './worker.js';

/** Threads that check parts, each one after the other. */
export interface Pool {
  readonly check: (part: Part) => Promise<CheckedPart>;
  readonly close: () => void;
}

interface Asked {
  readonly part: Part;
  readonly resolve: (checked: CheckedPart) => void;
  readonly reject: (error: unknown) => void;
}

const OUT_OF_MEMORY =
  'a worker has used up its memory: a member with very many records may be the reason; check the file with fewer workers, or parts of it';

export function createPool(size: number, task: WorkerTask): Pool {
  const waiting: Asked[] = [];
  const idle: Worker[] = [];
  const working = new Map<Worker, Asked>();
  const workers = Array.from({ length: size }, startWorker);

  function startWorker(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task });
    worker.on('message', (checked: CheckedPart) => {
      working.get(worker)?.resolve(checked);
      working.delete(worker);
      idle.push(worker);
      goOn();
    });
    worker.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const told = isMemory ? new OutputError(OUT_OF_MEMORY) : error;
      for (const one of [...working.values(), ...waiting]) one.reject(told);
    });
    idle.push(worker);
    return worker;
  }

  function goOn(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const [worker, asked] = [idle.shift(), waiting.shift()] as [Worker, Asked];
      working.set(worker, asked);
      // Its bytes come back with what is found.
      worker.postMessage(asked.part, [asked.part.bytes.buffer]);
    }
  }

  return {
    check: (part) =>
      new Promise((resolve, reject) => {
        waiting.push({ part, resolve, reject });
        goOn();
      }),
    close() {
      for (const worker of workers) void worker.terminate();
    },
  };
}
