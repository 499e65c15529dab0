import type { IncomingHttpHeaders } from 'node:http';
import { account } from '../template/arn.ts';
import { actionsOf } from './actions.ts';
import type { Caller, Callers } from './caller.ts';
import { decide } from './evaluate.ts';

/** DynamoDB's answer to a call it does not carry out. */
export type Refusal = {
  readonly status: number;
  readonly body: object;
  /** Set when it is worth telling whoever wrote the function. Holds nothing of the call's body. */
  readonly note?: string;
};

export type Call = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Why a call must not reach the engine; nothing when it may. */
export function refusalOf(callers: Callers, { headers, body }: Call): Refusal | undefined {
  const key = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  if (key === undefined)
    return refusal('MissingAuthenticationToken', 'Request is missing Authentication Token');
  const caller = callers.get(key);
  if (!caller)
    return refusal('UnrecognizedClient', 'The security token included in the request is invalid.');
  const input = parsed(body);
  if (!input) return refusal('Serialization', 'The body of the request is not JSON.');
  return denial(caller, String(headers['x-amz-target'] ?? ''), input);
}

function denial(caller: Caller, target: string, input: object): Refusal | undefined {
  const { roleName, functionName, statements } = caller;
  for (const { action, resourceArn } of actionsOf(target, input)) {
    const decision = decide(statements, action, resourceArn);
    if (decision.allowed) continue;
    const session = `arn:aws:sts::${account}:assumed-role/${roleName}/${functionName}`;
    const may = `is not authorized to perform: ${action} on resource: ${resourceArn}`;
    return {
      status: 400,
      // Here, and only here, AWS writes `Message` with a capital.
      body: {
        __type: 'com.amazon.coral.service#AccessDeniedException',
        Message: `User: ${session} ${may} ${decision.because}`,
      },
      note: `${functionName} ${may} ${decision.because}`,
    };
  }
}

function refusal(name: string, message: string): Refusal {
  return { status: 400, body: { __type: `com.amazon.coral.service#${name}Exception`, message } };
}

function parsed(body: Buffer): object | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as object;
  } catch {
    // Not rethrown: the parser's message quotes the body.
    return undefined;
  }
}
