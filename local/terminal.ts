import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a function says of a request it answered: the gateway knows the rest. */
type Summary = {
  readonly requestId?: unknown;
  readonly error?: unknown;
  readonly [name: string]: unknown;
};

const uuid = String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`;
const request = new RegExp(String.raw`^(\S+) (\S+) (\d+|aborted) (\d+ ms) (${uuid})$`);
const ofRequest = new RegExp(`^(?:${uuid})? `);

/** Requests whose end may be outstanding; an older one was ended without a word. */
const mostOpen = 100;

/**
 * The cloud's log, as somebody reads it who waits for their own request: one short line each, and what a
 * function prints for people. What it prints for CloudWatch is in the file, with everything else.
 */
export function createTerminal(show: (line: string) => void): (line: string) => void {
  const summaries = new Map<string, Summary>();
  return (line) => {
    const summary = summaryIn(line.replace(ofRequest, ''));
    const [, method, path = '', status, time, id = ''] = request.exec(line) ?? [];
    if (summary) {
      if (typeof summary.requestId === 'string') summaries.set(summary.requestId, summary);
      for (const [oldest] of summaries) {
        if (summaries.size <= mostOpen) break;
        summaries.delete(oldest);
      }
    } else if (method) {
      const about = summaries.get(id);
      summaries.delete(id);
      const error = typeof about?.error === 'string' ? ` ${about.error}` : '';
      show(`${method} ${filledIn(path, about)} ${status} ${time}${error}`);
    } else show(line.replace(ofRequest, ''));
  };
}

/** A line of JSON, which is for programs. */
function summaryIn(text: string): Summary | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Summary;
  } catch {
    return undefined;
  }
}

/** `/{form}/{id}` → `/pwausers/{id}`, as far as the function says: it tells only what is its own, such as a form there is. */
function filledIn(path: string, about: Summary | undefined): string {
  return path.replace(/\{(\w+)\+?\}/g, (whole, name: string) => {
    const value = about?.[name];
    return typeof value === 'string' ? value : whole;
  });
}

/** Writes every line into a file that begins anew, with the time. */
export function createLogFile(file: string): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  // A full disk is no reason to stop.
  stream.on('error', () => {});
  return (line) => void stream.write(`${new Date().toISOString()} ${line}\n`);
}
