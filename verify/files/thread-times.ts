/** Milliseconds of processor time. */
export type ThreadTimes = {
  /** Of the page's own thread. */
  readonly longestTask: number;
  /** Of all threads of the page's process together, as if none of them ran beside another. */
  readonly all: number;
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

/** Of a trace of Chromium, whose busiest renderer is the page. */
export function readTrace(trace: Buffer): ThreadTimes {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter((it) => it.name === 'thread_name');
  const pages = threads.filter(({ args }) => args.name === 'CrRendererMain');
  const tasks = traceEvents.filter(({ name, ph }) => name.endsWith('RunTask') && ph === 'X');
  const [busiest] = pages
    .map(({ pid, tid }) => {
      const own = tasks.filter((it) => it.pid === pid);
      const ofPage = own.filter((it) => it.tid === tid).map(millisecondsOf);
      const all = own.reduce((sum, it) => sum + millisecondsOf(it), 0);
      return { longestTask: Math.max(0, ...ofPage), all };
    })
    .toSorted((a, b) => b.all - a.all);
  if (!busiest || busiest.all === 0) throw new Error('The trace has no tasks of a page.');
  return busiest;
}

function millisecondsOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1000;
}
