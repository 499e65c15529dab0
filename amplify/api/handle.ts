import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { EntryStore } from '#core/entries/store.ts';
import type { Fault } from '#core/fault.ts';
import { causeOf } from '../dynamodb/retry.ts';
import type { Units } from '../entries/table.ts';
import { answer } from './answer.ts';
import type { Deps } from './asked.ts';
import { eventToCall, replyToResult, type Call, type Reply } from './call.ts';
import { logLine } from './log-line.ts';
import { refusal, unavailable } from './reply.ts';

export type HandleDeps = Omit<Deps, 'store' | 'onFault'> & {
  /** A store for one request, which tells what it consumes. */
  readonly openStore: (spend: (units: Units) => void) => EntryStore;
  /** Which of an account's backends this is, for its metrics. */
  readonly backend: string;
  /** Writes a line to the log. */
  readonly say: (line: string) => void;
};

/** An event in, an answer out, whatever happens; and one line about it in the log. */
export async function handle(
  { openStore, say, backend, ...deps }: HandleDeps,
  event: APIGatewayProxyEvent,
  fallbackId: string,
): Promise<APIGatewayProxyResult> {
  const started = deps.now();
  const call = eventToCall(event, event.requestContext?.requestId ?? fallbackId);
  const units = { read: 0, write: 0 };
  const store = openStore(({ read = 0, write = 0 }) => {
    units.read += read;
    units.write += write;
  });
  const faults: Fault[] = [];
  const onFault = (fault: Fault) => void faults.push(fault);
  const outcome = await answerOrFail({ ...deps, store, onFault }, call);
  const { reply, error, result } = outcome;
  say(
    logLine(
      { backend, call, reply, error, faults, units, started, ended: deps.now() },
      deps.formById,
    ),
  );
  return result;
}

type Outcome = {
  readonly reply: Reply;
  readonly result: APIGatewayProxyResult;
  readonly error?: string | undefined;
};

async function answerOrFail(deps: Deps, call: Call): Promise<Outcome> {
  try {
    const reply = await answer(deps, call);
    return { reply, result: replyToResult(reply) };
  } catch (error) {
    const { requestId } = call;
    // The table has no time or says nothing: whoever waits here for it holds up a sandbox, and the next one.
    const reply = causeOf(error)
      ? unavailable(requestId, deps.random())
      : refusal({ code: 'internal' }, requestId);
    // Its name only: an error's message may quote what a person wrote.
    const name = error instanceof Error ? error.name : typeof error;
    return { reply, result: replyToResult(reply), error: name };
  }
}
