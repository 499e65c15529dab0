import { describeFileStore } from '../files/store/file-store.contract.ts';
import { createMemoryFileStore } from './memory-file-store.ts';

describeFileStore(() => {
  let now = Date.now();
  const files = createMemoryFileStore(() => new Date(now));
  return {
    files,
    send: files.send,
    open: files.open,
    async wait(milliseconds) {
      now += milliseconds;
      await files.sweep();
    },
  };
});
