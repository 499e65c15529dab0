import { randomUUID } from 'node:crypto';
import type { AwsAnswer, AwsCall, AwsService } from './call.ts';
import { failureFrom, failWith } from './failure.ts';
import { element, type Content } from './xml.ts';

export type QueryOperations = {
  readonly [name: string]: (input: URLSearchParams) => Promise<Content> | Content;
};

/** A service that is asked with a form and answers in XML. What is not among its operations is refused by name. */
export function inQuery(
  service: string,
  namespace: string,
  operations: QueryOperations,
): AwsService {
  return async (call) => {
    const input = formOf(call);
    const name = input.get('Action') ?? '';
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    try {
      if (!operation)
        return failWith('InvalidAction', `The local ${service} has no operation "${name}".`);
      const result = await operation(input);
      const metadata = element('ResponseMetadata', { RequestId: randomUUID() });
      const answered = `${element(`${name}Result`, result)}${metadata}`;
      return xmlAnswer(200, `<${name}Response xmlns="${namespace}">${answered}</${name}Response>`);
    } catch (thrown) {
      return queryFailure(thrown);
    }
  };
}

/** The form in a call's body; empty when there is none. */
export function formOf({ body, headers }: AwsCall): URLSearchParams {
  const isForm = String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? body.toString('utf8') : '');
}

export function queryFailure(thrown: unknown): AwsAnswer {
  const { code, message, status } = failureFrom(thrown);
  const Type = status === 400 ? 'Sender' : 'Receiver';
  const RequestId = randomUUID();
  const said = { Error: { Type, Code: code, Message: message }, RequestId };
  return xmlAnswer(status, element('ErrorResponse', said));
}

function xmlAnswer(status: number, body: string): AwsAnswer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
