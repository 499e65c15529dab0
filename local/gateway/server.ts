import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '../loopback.ts';
import type { LambdaFunction } from '../lambda/function.ts';
import { answerCall } from './answer-call.ts';
import type { Api } from './api.ts';
import { callFrom } from './call.ts';
import { readBody } from './read-body.ts';
import { sendAnswer } from './send-answer.ts';
import { createTokenBucket } from './throttle.ts';
import type { VerifyIdToken } from './token-verifier.ts';

type Functions = ReadonlyMap<string, Pick<LambdaFunction, 'invoke'>>;

export type Gateway = {
  /** `http://localhost:5174/v1/`. */
  readonly url: string;
  /** Serves another API from the next request on; what is running ends where it began. */
  update(next: { api: Api; functions: Functions }): void;
  /** Takes nothing new, answers what is running, then ends every connection. */
  close(): Promise<void>;
};

/** Bytes API Gateway takes. */
const longestBody = 10 * 1024 * 1024;

/**
 * Serves a REST API on this machine as API Gateway v1 does. `log` hears one line for each request: its
 * method, the template's path, status, milliseconds and request id, never what was sent or by whom.
 */
export async function startGateway(deps: {
  api: Api;
  functions: Functions;
  verifyIdToken: VerifyIdToken;
  port: number;
  log: (line: string) => void;
  now?: () => number;
}): Promise<Gateway> {
  const { verifyIdToken, log, now = Date.now } = deps;
  let serving = serve(deps);
  let isClosing = false;
  const running = new Set<Promise<void>>();

  const take = (request: IncomingMessage, response: ServerResponse): void => {
    if (isClosing) return void request.socket.destroy();
    const handled = handle(request, response)
      .catch((error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error));
        response.destroy();
      })
      .finally(() => running.delete(handled));
    running.add(handled);
  };
  const server = await listenOnLoopback(take, deps.port, 'of this machine');

  function serve({ api, functions }: { api: Api; functions: Functions }) {
    refuseMissingFunctions(api, functions);
    return { api, functions, bucket: createTokenBucket({ now }, api.stage.throttle) };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { api, bucket } = serving;
    const call = callFrom(request, now());
    const say = (resource: string, status: number | 'aborted') =>
      log(`${call.method} ${resource} ${status} ${now() - call.receivedAt} ms ${call.requestId}`);

    const body = await readBody(request, longestBody);
    if (body === 'aborted') return say('-', 'aborted');
    const { resourcePath, answer } = await answerCall(
      { ...call, body },
      {
        api,
        functionNamed: (name) => found(serving.functions.get(name), name),
        verifyIdToken,
        mayPass: () => bucket.take(),
        log,
      },
    );
    const wasSent = await sendAnswer(response, answer);
    say(resourcePath, wasSent ? answer.status : 'aborted');
  }

  return {
    get url() {
      return `http://localhost:${server.port}/${serving.api.stage.name}/`;
    },
    update(next) {
      serving = serve(next);
    },
    async close() {
      isClosing = true;
      await Promise.allSettled(running);
      await server.close();
    },
  };
}

function refuseMissingFunctions({ routes }: Api, functions: Functions): void {
  for (const { path, methods } of routes)
    for (const { httpMethod, target } of methods.values())
      if ('functionName' in target)
        found(functions.get(target.functionName), `${target.functionName} (${httpMethod} ${path})`);
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`There is no Lambda function ${name}.`);
  return thing;
}
