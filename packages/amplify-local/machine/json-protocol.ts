import type { AwsResponse, AwsRequest, AwsService } from './aws-request.ts';
import { failureFrom, failWith } from './aws-failure.ts';

type Input = Readonly<Record<string, unknown>>;

/** A service with a JSON protocol. `operation` is the `Service.Operation` of `X-Amz-Target`, or empty. */
export function jsonService(
  handle: (operation: string, input: Input, request: AwsRequest) => unknown,
): AwsService {
  return async (request) => {
    try {
      return jsonResponse(200, await handle(targetOf(request), inputOf(request), request));
    } catch (thrown) {
      return jsonFailure(thrown);
    }
  };
}

export function targetOf({ headers }: Pick<AwsRequest, 'headers'>): string {
  return String(headers['x-amz-target'] ?? '');
}

export function jsonFailure(thrown: unknown): AwsResponse {
  const { code, message, status } = failureFrom(thrown);
  return jsonResponse(status, { __type: code, message });
}

function jsonResponse(status: number, body: unknown): AwsResponse {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status, headers, body: JSON.stringify(body) };
}

function inputOf({ body }: AwsRequest): Input {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8')) as Input;
  } catch {
    return failWith('SerializationException', 'The body is not JSON.');
  }
}
