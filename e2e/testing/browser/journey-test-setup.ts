import { afterAll, afterEach } from 'vitest';
import { untilAppIsBuilt } from '../app/prebuilt-app.ts';
import { closeEnded, keepRecordings, startRecording } from './recorded-contexts.ts';

startRecording();
await untilAppIsBuilt();

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    const folder = await keepRecordings(task.name);
    if (folder !== undefined)
      process.stderr.write(
        `“${task.name}” failed. Its pages are kept in ${folder}; to see a trace:\n` +
          `  node node_modules/playwright-core/cli.js show-trace "${folder}/trace-1.zip"\n`,
      );
  }
  await closeEnded();
});

afterAll(closeEnded);
