import type { AwsAnswer, AwsCall, AwsService } from './call.ts';
import { failureFrom, failWith } from './failure.ts';

type Input = Readonly<Record<string, unknown>>;

/** A service that is asked in JSON. `operation` is `Service.Operation` of `X-Amz-Target`, or empty. */
export function inJson(
  answer: (operation: string, input: Input, call: AwsCall) => unknown,
): AwsService {
  return async (call) => {
    try {
      return jsonAnswer(200, await answer(targetOf(call), inputOf(call), call));
    } catch (thrown) {
      return jsonFailure(thrown);
    }
  };
}

export function targetOf({ headers }: Pick<AwsCall, 'headers'>): string {
  return String(headers['x-amz-target'] ?? '');
}

export function jsonFailure(thrown: unknown): AwsAnswer {
  const { code, message, status } = failureFrom(thrown);
  return jsonAnswer(status, { __type: code, message });
}

function jsonAnswer(status: number, body: unknown): AwsAnswer {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status, headers, body: JSON.stringify(body) };
}

function inputOf({ body }: AwsCall): Input {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8')) as Input;
  } catch {
    return failWith('SerializationException', 'The body is not JSON.');
  }
}
