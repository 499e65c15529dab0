import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** A JSON log line of a function about a request or a mail. The gateway logs the rest of a request. */
type Summary = {
  readonly requestId?: unknown;
  readonly form?: unknown;
  /** The name of the thrown error. */
  readonly error?: unknown;
  /** Other failures: how often each happened, by name. */
  readonly faults?: Readonly<Record<string, number>>;
  readonly mail?: unknown;
  readonly outcome?: unknown;
  readonly code?: unknown;
  readonly [name: string]: unknown;
};

const uuid = String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`;
const request = new RegExp(String.raw`^(\S+) (\S+) (\d+|aborted) (\d+) ms (${uuid})$`);
const ofRequest = new RegExp(`^(?:${uuid})? `);

/** Requests that may still be running. Older ones must have ended without being logged. */
const mostOpenRequests = 100;

/**
 * The cloud's log for somebody watching their own requests: one short line each, and whatever a function
 * prints as plain text. What it prints for CloudWatch goes only to the log file, which has everything.
 */
export function createTerminalLog(show: (line: string) => void): (line: string) => void {
  const summaries = new Map<string, Summary>();
  return (line) => {
    const summary = summaryIn(line.replace(ofRequest, ''));
    const [, method, path = '', status, time, id = ''] = request.exec(line) ?? [];
    if (summary && typeof summary.requestId === 'string') {
      summaries.set(summary.requestId, summary);
      const [oldest = ''] = summaries.keys();
      if (summaries.size > mostOpenRequests) summaries.delete(oldest);
    } else if (summary) {
      const parts = [aboutMail(summary), ...failuresIn(summary)].filter((it) => it !== '');
      if (parts.length > 0) show(parts.join(' '));
    } else if (method) {
      const about = summaries.get(id);
      summaries.delete(id);
      const columns = [method, fillPath(path, about), status, `${time} ms`, ...failuresIn(about)];
      show(columns.join(' '));
    } else show(line.replace(ofRequest, ''));
  };
}

/** The cloud's log for other programs, such as `LOG=json npm start | jq`: every line is one object. */
export function createJsonLog(show: (line: string) => void): (line: string) => void {
  return (line) => {
    const text = line.replace(ofRequest, '');
    const [, method, path, status, ms, requestId] = request.exec(line) ?? [];
    const object = method
      ? { requestId, method, path, status: Number(status) || status, ms: Number(ms) }
      : (summaryIn(text) ?? { text });
    show(JSON.stringify(object));
  };
}

/** A log line that is JSON, parsed; undefined for plain text. */
function summaryIn(text: string): Summary | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Summary;
  } catch {
    return undefined;
  }
}

/** `mail confirmation of pwausers sent` */
function aboutMail({ mail, form, outcome, code }: Summary): string {
  if (typeof outcome !== 'string') return typeof form === 'string' ? form : '';
  const of = typeof mail === 'string' ? ` ${mail} of ${String(form)}` : '';
  return `mail${of} ${outcome}${typeof code === 'string' ? ` (${code})` : ''}`;
}

function failuresIn({ error, faults = {} }: Summary = {}): readonly string[] {
  return [...(typeof error === 'string' ? [error] : []), ...Object.keys(faults)];
}

/** `/{form}/{id}` → `/pwausers/{id}`: filled from the function's log line, which names existing forms but no ids. */
function fillPath(path: string, about: Summary | undefined): string {
  return path.replace(/\{(\w+)\+?\}/g, (whole, name: string) => {
    const value = about?.[name];
    return typeof value === 'string' ? value : whole;
  });
}

/** Writes every line, with the time, into a file that starts empty. */
export function createLogFile(file: string): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  // A full disk must not stop the cloud.
  stream.on('error', () => {});
  return (line) => void stream.write(`${new Date().toISOString()} ${line}\n`);
}
