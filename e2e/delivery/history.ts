import type { Api, ToDeliver } from '../../src/cloud/api.ts';
import type { Answers, Deed } from '../../src/outbox/parcel.ts';

export type Answer = Awaited<ReturnType<Api['deliver']>>;

/** What somebody did on a device, whether or not it came to anything. */
export type Meant = {
  readonly at: number;
  readonly device: string;
  readonly author: string;
  readonly does: Deed | 'discard' | 'try again' | 'take in' | 'type half';
  readonly entry: string;
  readonly form: string;
  readonly answers?: Answers;
  /** Whether it was on the disk. Nobody knows when the device died over it. */
  saved?: boolean;
};

/** One attempt to deliver a parcel, as the device saw it. */
export type Sent = {
  readonly at: number;
  readonly device: string;
  readonly parcel: ToDeliver;
  /** Absent when the device died before it came. */
  answer?: Answer;
};

/** The end of a process, or its beginning. */
type Mishap = { readonly at: number; readonly what: string; readonly device?: string };

/** Everything that was done, in the order in which it was begun. */
export type History = {
  readonly meant: Meant[];
  readonly sent: Sent[];
  readonly mishaps: Mishap[];
  /** What lay on a device at some moment, and perhaps no longer at the end. */
  readonly glimpses: { readonly device: string; readonly text: string }[];
  now(): number;
};

export function createHistory(): History {
  const begun = performance.now();
  return { meant: [], sent: [], mishaps: [], glimpses: [], now: () => performance.now() - begun };
}

/** What became of an attempt: yes, no, or nobody knows. */
export function outcomeOf({ answer }: Sent): 'ok' | 'fail' | 'info' {
  if (answer?.ok) return 'ok';
  return answer && answer.problem.is === 'refused' ? 'fail' : 'info';
}

/** The lines that concern an entry, to be read by a person. */
export function linesAbout({ meant, sent, mishaps }: History, entry: string): readonly string[] {
  const deeds = meant.filter((it) => it.entry === entry);
  const attempts = sent.filter((it) => it.parcel.entry === entry);
  const times = [...deeds, ...attempts].map(({ at }) => at);
  const devices = new Set([...deeds, ...attempts].map(({ device }) => device));
  const around = mishaps
    .filter(({ at }) => at > Math.min(...times) && at < Math.max(...times))
    .filter(({ device }) => device === undefined || devices.has(device));
  return [
    ...deeds.map((it) => [it.at, meantLine(it)] as const),
    ...attempts.map((it) => [it.at, sentLine(it)] as const),
    ...around.map((it) => [it.at, it.what] as const),
  ]
    .toSorted(([a], [b]) => a - b)
    .map(([at, line]) => `${(at / 1000).toFixed(3).padStart(9)} s  ${line}`);
}

function meantLine({ device, does, answers, saved }: Meant): string {
  const became = saved === undefined ? 'the device died' : saved ? 'saved' : 'not saved';
  return `${device} means to ${does}${said(answers)} → ${became}`;
}

function sentLine(sent: Sent): string {
  const { device, parcel, answer } = sent;
  const { does, id, ifVersion, answers } = parcel;
  const over = ifVersion === undefined ? '' : ` over version ${ifVersion}`;
  return `${device} sends ${does} ${id.slice(-6)}${over}${said(answers)} → ${outcomeOf(sent)}${told(answer)}`;
}

function told(answer: Answer | undefined): string {
  if (!answer) return '';
  if (answer.ok) return answer.value ? ` version ${answer.value.version}` : '';
  return ` ${answer.problem.is === 'refused' ? answer.problem.code : answer.problem.is}`;
}

function said(answers: Answers | undefined): string {
  return answers ? ` ${JSON.stringify(answers)}` : '';
}
