import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a function says, for programs, of a request it answered or of a mail: the gateway knows the rest. */
type Summary = {
  readonly requestId?: unknown;
  readonly form?: unknown;
  /** The name of what was thrown. */
  readonly error?: unknown;
  /** What else failed, by name, and how often. */
  readonly faults?: Readonly<Record<string, number>>;
  readonly mail?: unknown;
  readonly outcome?: unknown;
  readonly code?: unknown;
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
    if (summary && typeof summary.requestId === 'string') {
      summaries.set(summary.requestId, summary);
      const [oldest = ''] = summaries.keys();
      if (summaries.size > mostOpen) summaries.delete(oldest);
    } else if (summary) {
      const words = [aboutMail(summary), ...failuresIn(summary)].filter((it) => it !== '');
      if (words.length > 0) show(words.join(' '));
    } else if (method) {
      const about = summaries.get(id);
      summaries.delete(id);
      const said = [method, filledIn(path, about), status, time, ...failuresIn(about)];
      show(said.join(' '));
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

/** `mail confirmation of pwausers sent` */
function aboutMail({ mail, form, outcome, code }: Summary): string {
  if (typeof outcome !== 'string') return typeof form === 'string' ? form : '';
  const of = typeof mail === 'string' ? ` ${mail} of ${String(form)}` : '';
  return `mail${of} ${outcome}${typeof code === 'string' ? ` (${code})` : ''}`;
}

function failuresIn({ error, faults = {} }: Summary = {}): readonly string[] {
  return [...(typeof error === 'string' ? [error] : []), ...Object.keys(faults)];
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
