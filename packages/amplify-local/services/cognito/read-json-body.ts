import type { IncomingMessage } from 'node:http';
import { refuse } from './pool/cognito-failure.ts';
import { type Input, isObject } from './pool/operation-input.ts';

const mostBytes = 128 * 1024;

/** The JSON object in a request. Anything else is refused, and so is a body far larger than Cognito's requests. */
export async function inputFrom(request: IncomingMessage): Promise<Input> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) refuse('RequestEntityTooLargeException', 'The request is too large.');
    chunks.push(chunk);
  }
  const input = parsed(Buffer.concat(chunks).toString());
  return isObject(input)
    ? input
    : refuse('SerializationException', 'The request is not an object.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('SerializationException', 'The request is not valid JSON.');
  }
}
