import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { EntryStore } from '#core/entries/store/entry-store.ts';
import type { Counters } from '#core/shield/counters.ts';
import type { FormError } from '#core/form/safe-call.ts';
import { retryableCause } from '../aws/retry-budget.ts';
import type { Units } from '../entries/dynamo-table.ts';
import { routeRequest } from './api-router.ts';
import type { ApiDeps } from './request-context.ts';
import {
  eventToRequest,
  responseToResult,
  type ApiRequest,
  type ApiResponse,
} from './lambda-adapter.ts';
import { logLine } from './request-log.ts';
import { problemResponse, unavailableResponse } from './http-responses.ts';

type OfPeople = Pick<
  ApiDeps,
  | 'tokens'
  | 'invitations'
  | 'verificationTokens'
  | 'verifiedAddresses'
  | 'members'
  | 'views'
  | 'events'
>;

export type HandleRequestDeps = Omit<
  ApiDeps,
  'store' | 'counters' | keyof OfPeople | 'onFormError'
> & {
  /** Opens a store for one request. It calls `spend` with the capacity units it consumes. */
  readonly openStore: (spend: (units: Units) => void) => EntryStore;
  /** The same for what is counted of devices. */
  readonly openCounters?: (spend: (units: Units) => void) => Counters;
  /** The same for personal links, links to verify an address, people's roles, shared views, and events. */
  readonly openPeople: (spend: (units: Units) => void) => OfPeople;
  /** Tells the backends of an AWS account apart in metrics. */
  readonly backend: string;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** Turns API Gateway's event into a response, even when something throws, and logs one line about it. */
export async function handleRequest(
  { openStore, openCounters, openPeople, log, backend, ...deps }: HandleRequestDeps,
  event: APIGatewayProxyEvent,
  fallbackId: string,
): Promise<APIGatewayProxyResult> {
  const started = deps.now();
  const request = eventToRequest(event, event.requestContext?.requestId ?? fallbackId);
  const units = { read: 0, write: 0 };
  const spend = ({ read = 0, write = 0 }: Units) => {
    units.read += read;
    units.write += write;
  };
  const store = openStore(spend);
  const counters = openCounters?.(spend);
  const formErrors: FormError[] = [];
  const onFormError = (formError: FormError) => void formErrors.push(formError);
  const outcome = await respond(
    { ...deps, ...openPeople(spend), store, onFormError, ...(counters && { counters }) },
    request,
  );
  const { response, error, result } = outcome;
  log(
    logLine(
      { backend, request, response, error, formErrors, units, started, ended: deps.now() },
      deps.formById,
    ),
  );
  return result;
}

type Outcome = {
  readonly response: ApiResponse;
  readonly result: APIGatewayProxyResult;
  readonly error?: string | undefined;
};

async function respond(deps: ApiDeps, request: ApiRequest): Promise<Outcome> {
  try {
    const response = await routeRequest(deps, request);
    return { response, result: responseToResult(response) };
  } catch (error) {
    const { requestId } = request;
    // The table is throttling or silent. Waiting here would occupy one Lambda sandbox after another.
    const response = retryableCause(error)
      ? unavailableResponse(requestId, deps.random())
      : problemResponse({ code: 'internal' }, requestId);
    // The name only: the message may quote answers.
    const name = error instanceof Error ? error.name : typeof error;
    return { response, result: responseToResult(response), error: name };
  }
}
