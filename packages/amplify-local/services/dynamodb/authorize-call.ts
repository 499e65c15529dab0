import type { IncomingHttpHeaders } from 'node:http';
import { account } from '../../template/arn.ts';
import { requiredActions } from './required-actions.ts';
import type { Caller, Callers } from '../iam/iam-caller.ts';
import { decide } from '../iam/evaluate-policy.ts';

/** DynamoDB's error response to a call that is denied. */
export type Denial = {
  readonly status: number;
  readonly body: object;
  /** A log line for the author of the function, without anything from the call's body. */
  readonly note?: string;
};

export type DynamoDbCall = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Why a call is denied; undefined if it may reach the engine. */
export function denialOf(callers: Callers, { headers, body }: DynamoDbCall): Denial | undefined {
  const key = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  if (key === undefined)
    return toDenial('MissingAuthenticationToken', 'Request is missing Authentication Token');
  const caller = callers.get(key);
  if (!caller)
    return toDenial('UnrecognizedClient', 'The security token included in the request is invalid.');
  const input = parsed(body);
  if (!input) return toDenial('Serialization', 'The body of the request is not JSON.');
  return accessDenial(caller, String(headers['x-amz-target'] ?? ''), input);
}

function accessDenial(caller: Caller, target: string, input: object): Denial | undefined {
  const { roleName, functionName, statements } = caller;
  for (const { action, resourceArn } of requiredActions(target, input)) {
    const decision = decide(statements, action, resourceArn);
    if (decision.allowed) continue;
    const session = `arn:aws:sts::${account}:assumed-role/${roleName}/${functionName}`;
    const may = `is not authorized to perform: ${action} on resource: ${resourceArn}`;
    return {
      status: 400,
      // AWS writes `Message` with a capital in this error only.
      body: {
        __type: 'com.amazon.coral.service#AccessDeniedException',
        Message: `User: ${session} ${may} ${decision.because}`,
      },
      note: `${functionName} ${may} ${decision.because}`,
    };
  }
}

function toDenial(name: string, message: string): Denial {
  return { status: 400, body: { __type: `com.amazon.coral.service#${name}Exception`, message } };
}

function parsed(body: Buffer): object | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as object;
  } catch {
    // Not rethrown, because the parser's message quotes the body.
    return undefined;
  }
}
