/**
 * Calls the engine over plain HTTP, without IAM checks. An error response throws an error whose `name`
 * is DynamoDB's, such as `ResourceNotFoundException`.
 */
export async function callEngine<Output>(
  engineUrl: string,
  operation: string,
  input: object,
  service = 'DynamoDB_20120810',
): Promise<Output> {
  const response = await fetch(engineUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${service}.${operation}`,
      // Engines require a signature but do not verify it.
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      'x-amz-date': '20260101T000000Z',
    },
    body: JSON.stringify(input),
  });
  const output = (await response.json()) as Output & ErrorBody;
  if (response.ok) return output;
  const error = new Error(`${operation}: ${output.message ?? output.Message ?? response.status}`);
  error.name = output.__type?.split('#').at(-1) ?? 'UnknownError';
  throw error;
}

type ErrorBody = { readonly __type?: string; readonly message?: string; readonly Message?: string };
