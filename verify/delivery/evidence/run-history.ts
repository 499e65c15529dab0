import type { ChangeToSend, Deliver } from '../../../src/outbox/delivery/deliver.ts';
import type { Answers, ChangeKind } from '../../../src/outbox/changes/queued-change.ts';

export type DeliveryResult = Awaited<ReturnType<Deliver>>;

/** What a person did on a device, whether or not it succeeded. */
export type UserAction = {
  readonly at: number;
  readonly device: string;
  readonly author: string;
  readonly kind: ChangeKind | 'discard' | 'try again' | 'import' | 'type half';
  readonly entry: string;
  readonly form: string;
  readonly answers?: Answers;
  /** The answers that a revision began from. Another one may have been saved meanwhile, in another tab. */
  readonly openedWith?: Answers;
  /** Whether it was stored. Undefined if the device crashed meanwhile. */
  saved?: boolean;
};

/** An attempt to deliver a change, as the device saw it. */
export type DeliveryAttempt = {
  readonly at: number;
  readonly device: string;
  readonly change: ChangeToSend;
  /** Undefined if the device crashed before the response. */
  answer?: DeliveryResult;
};

/** The start or the end of a process. */
type ProcessEvent = { readonly at: number; readonly what: string; readonly device?: string };

/** Everything that happened, in the order in which it began. */
export type History = {
  readonly actions: UserAction[];
  readonly sent: DeliveryAttempt[];
  readonly processEvents: ProcessEvent[];
  /** Contents of a device at some moment, which may be gone at the end. */
  readonly glimpses: { readonly device: string; readonly text: string }[];
  now(): number;
};

export function createHistory(): History {
  const begun = performance.now();
  return {
    actions: [],
    sent: [],
    processEvents: [],
    glimpses: [],
    now: () => performance.now() - begun,
  };
}

/** The outcome of an attempt: accepted, rejected or unknown. */
export function outcomeOf({ answer }: DeliveryAttempt): 'ok' | 'fail' | 'info' {
  if (answer?.ok) return 'ok';
  return answer && answer.problem.is === 'refused' ? 'fail' : 'info';
}

/** The lines about one entry, for a person to read. */
export function historyOf(
  { actions, sent, processEvents }: History,
  entry: string,
): readonly string[] {
  const ofEntry = actions.filter((it) => it.entry === entry);
  const attempts = sent.filter((it) => it.change.entry === entry);
  const times = [...ofEntry, ...attempts].map(({ at }) => at);
  const devices = new Set([...ofEntry, ...attempts].map(({ device }) => device));
  const around = processEvents
    .filter(({ at }) => at > Math.min(...times) && at < Math.max(...times))
    .filter(({ device }) => device === undefined || devices.has(device));
  return [
    ...ofEntry.map((it) => [it.at, actionLine(it)] as const),
    ...attempts.map((it) => [it.at, attemptLine(it)] as const),
    ...around.map((it) => [it.at, it.what] as const),
  ]
    .toSorted(([a], [b]) => a - b)
    .map(([at, line]) => `${(at / 1000).toFixed(3).padStart(9)} s  ${line}`);
}

function actionLine({ device, kind, answers, saved }: UserAction): string {
  const outcome = saved === undefined ? 'the device crashed' : saved ? 'saved' : 'not saved';
  return `${device} wants to ${kind}${answersText(answers)} → ${outcome}`;
}

function attemptLine(sent: DeliveryAttempt): string {
  const { device, change, answer } = sent;
  const { kind, id, ifVersion, answers } = change;
  const over = ifVersion === undefined ? '' : ` over version ${ifVersion}`;
  return `${device} sends ${kind} ${id.slice(-6)}${over}${answersText(answers)} → ${outcomeOf(sent)}${resultText(answer)}`;
}

function resultText(answer: DeliveryResult | undefined): string {
  if (!answer) return '';
  if (answer.ok) return answer.value ? ` version ${answer.value.version}` : '';
  return ` ${answer.problem.is === 'refused' ? answer.problem.code : answer.problem.is}`;
}

function answersText(answers: Answers | undefined): string {
  return answers ? ` ${JSON.stringify(answers)}` : '';
}
