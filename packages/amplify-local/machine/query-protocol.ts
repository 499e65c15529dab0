import { randomUUID } from 'node:crypto';
import type { AwsResponse, AwsRequest, AwsService } from './aws-request.ts';
import { failureFrom, failWith } from './aws-failure.ts';
import { element, type Content } from './xml.ts';

export type QueryOperations = {
  readonly [name: string]: (input: URLSearchParams) => Promise<Content> | Content;
};

/** A service with the query protocol: form-encoded requests, XML responses. Unknown operations are refused by name. */
export function queryService(
  service: string,
  namespace: string,
  operations: QueryOperations,
): AwsService {
  return async (request) => {
    const input = formOf(request);
    const name = input.get('Action') ?? '';
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    try {
      if (!operation)
        return failWith('InvalidAction', `The local ${service} has no operation "${name}".`);
      const result = await operation(input);
      const metadata = element('ResponseMetadata', { RequestId: randomUUID() });
      const resultXml = `${element(`${name}Result`, result)}${metadata}`;
      return xmlResponse(
        200,
        `<${name}Response xmlns="${namespace}">${resultXml}</${name}Response>`,
      );
    } catch (thrown) {
      return queryFailure(thrown);
    }
  };
}

/** The form-encoded parameters in a request's body; empty if there are none. */
export function formOf({ body, headers }: AwsRequest): URLSearchParams {
  const isForm = String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? body.toString('utf8') : '');
}

export function queryFailure(thrown: unknown): AwsResponse {
  const { code, message, status } = failureFrom(thrown);
  const Type = status === 400 ? 'Sender' : 'Receiver';
  const RequestId = randomUUID();
  const errorContent = { Error: { Type, Code: code, Message: message }, RequestId };
  return xmlResponse(status, element('ErrorResponse', errorContent));
}

function xmlResponse(status: number, body: string): AwsResponse {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
