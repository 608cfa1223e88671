import { vi } from 'vitest';

/** The browser's Worker for deriving keys, which Node lacks: our own module runs in this process, one derivation after another. */
export function deriveHere(): void {
  const scope: { onmessage?: (event: { data: unknown }) => Promise<void>; postMessage(answer: unknown): void } = {
    postMessage: () => {},
  };
  vi.stubGlobal('self', scope);
  let line = Promise.resolve();
  class WorkerHere {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    postMessage(data: unknown): void {
      line = line.then(async () => {
        await import('#db/derive.worker.ts');
        scope.postMessage = (answer) => this.onmessage?.({ data: answer });
        await scope.onmessage?.({ data });
      });
    }
    terminate(): void {}
  }
  vi.stubGlobal('Worker', WorkerHere);
}
