import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../machine/loopback-server.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import { answerRequest } from './answer-request.ts';
import { everyMethod } from './api-stage.ts';
import type { Api } from './rest-api.ts';
import { toGatewayRequest } from './gateway-request.ts';
import { readBody } from '../../machine/read-request-body.ts';
import { sendResponse } from '../../machine/send-response.ts';
import { createTokenBucket } from './throttle.ts';
import type { VerifyIdToken } from '../cognito/token-verifier.ts';

type Functions = ReadonlyMap<string, Pick<LambdaFunction, 'invoke'>>;

export type Gateway = {
  /** `http://localhost:5174/v1/`. */
  readonly url: string;
  /** Serves another API from the next request on. Running requests end on the old one. */
  update(next: { api: Api; functions: Functions }): void;
  /** Stops accepting requests, answers running ones, then ends every connection. */
  close(): Promise<void>;
};

/** The size of a request body, in bytes, that API Gateway accepts. */
const longestBody = 10 * 1024 * 1024;

/**
 * Serves a REST API on this machine like API Gateway v1. `log` receives one line for each request: its
 * method, the template's path, status, milliseconds and request id, never its content or its sender.
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
  let current = serve(deps);
  let isClosing = false;
  const running = new Set<Promise<void>>();

  const accept = (request: IncomingMessage, response: ServerResponse): void => {
    if (isClosing) return void request.socket.destroy();
    const handled = handle(request, response)
      .catch((error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error));
        response.destroy();
      })
      .finally(() => running.delete(handled));
    running.add(handled);
  };
  const server = await listenOnLoopback(accept, deps.port, 'of this machine');

  function serve({ api, functions }: { api: Api; functions: Functions }) {
    refuseMissingFunctions(api, functions);
    const buckets = new Map(
      [...api.stage.throttles].map(([name, it]) => [name, createTokenBucket({ now }, it)]),
    );
    const mayPass = (method: string) =>
      (buckets.get(method) ?? buckets.get(everyMethod))?.take() ?? true;
    return { api, functions, mayPass };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { api, mayPass } = current;
    const gatewayRequest = toGatewayRequest(request, now());
    const logRequest = (resource: string, status: number | 'aborted') =>
      log(
        `${gatewayRequest.method} ${resource} ${status} ${now() - gatewayRequest.receivedAt} ms ${gatewayRequest.requestId}`,
      );

    const body = await readBody(request, longestBody);
    if (body === 'aborted') return logRequest('-', 'aborted');
    const { resourcePath, response: gatewayResponse } = await answerRequest(
      { ...gatewayRequest, body },
      {
        api,
        functionNamed: (name) => found(current.functions.get(name), name),
        verifyIdToken,
        mayPass,
        log,
      },
    );
    const wasSent = await sendResponse(response, gatewayResponse);
    logRequest(resourcePath, wasSent ? gatewayResponse.status : 'aborted');
  }

  return {
    get url() {
      return `http://localhost:${server.port}/${current.api.stage.name}/`;
    },
    update(next) {
      current = serve(next);
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
