import { connectDevtools } from './devtools-connection.ts';

/** How long a task of a page took, in milliseconds: in the time that its thread was given, and by the clock. */
export type Task = { readonly own: number; readonly byClock: number };

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

/**
 * The longest task of any page while something is done: meanwhile, the page does not answer. From Chromium's own trace.
 * What a page itself can know of long tasks is by the clock, and counts what other programs took of a busy machine.
 * @param browser the address of its connection
 */
export async function longestTask(browser: string, act: () => Promise<void>): Promise<Task> {
  using devtools = await connectDevtools(browser);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  await act();
  const mainThreads = new Set<string>();
  const tasks: TraceEvent[] = [];
  const complete = devtools.until('Tracing.tracingComplete', ({ params }) => {
    const { value = [] } = params as { readonly value?: readonly TraceEvent[] };
    for (const it of value) {
      if (it.name === 'thread_name' && it.args.name === 'CrRendererMain')
        mainThreads.add(threadOf(it));
      if (it.name.endsWith('RunTask') && it.dur !== undefined) tasks.push(it);
    }
  });
  await devtools.send('Tracing.end');
  await complete;
  return tasks
    .filter((it) => mainThreads.has(threadOf(it)))
    .map(({ tdur = 0, dur = 0 }) => ({ own: tdur / 1000, byClock: dur / 1000 }))
    .reduce((longest, it) => (it.own > longest.own ? it : longest), { own: 0, byClock: 0 });
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
