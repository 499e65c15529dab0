/**
 * One DynamoDB call by plain HTTP, as the engine's own administrator: it passes no IAM. A refusal
 * throws an error whose `name` is DynamoDB's, such as `ResourceNotFoundException`.
 */
export async function callEngine<Answer>(
  engineUrl: string,
  operation: string,
  input: object,
  service = 'DynamoDB_20120810',
): Promise<Answer> {
  const response = await fetch(engineUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${service}.${operation}`,
      // Engines ask for a signature and do not check it.
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      'x-amz-date': '20260101T000000Z',
    },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as Answer & Refusal;
  if (response.ok) return answer;
  const error = new Error(`${operation}: ${answer.message ?? answer.Message ?? response.status}`);
  error.name = answer.__type?.split('#').at(-1) ?? 'UnknownError';
  throw error;
}

type Refusal = { readonly __type?: string; readonly message?: string; readonly Message?: string };
