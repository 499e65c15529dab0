import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Calls to AWS, signed like the SDK does it, without an SDK for each service. */
export type Aws = {
  /** An operation of a service with AWS JSON, such as `AmazonSQS.ReceiveMessage`. */
  readonly call: <Answer>(service: string, target: string, input: object) => Promise<Answer>;
  /** A path of Lambda's API. */
  readonly lambda: <Answer>(
    method: 'GET' | 'POST',
    path: string,
    input?: object,
  ) => Promise<Answer>;
};

type Request = {
  readonly method: string;
  readonly host: string;
  readonly signingName: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

type AwsError = { readonly __type?: string; readonly message?: string; readonly Message?: string };

/**
 * Credentials and region are those of the AWS CLI: profile, environment, single sign-on.
 * @param endpoint whoever stands in for every service of AWS
 */
export async function openAws(endpoint?: string): Promise<Aws> {
  const local = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const { config } = new DynamoDBClient(endpoint === undefined ? {} : local);
  const region = await config.region();

  async function send<Answer>({ host, signingName, path, ...request }: Request): Promise<Answer> {
    const url = new URL(path, endpoint ?? `https://${host}.${region}.amazonaws.com`);
    const signer = await config.signer({
      schemeId: 'aws.auth#sigv4',
      name: 'sigv4',
      signingName,
      signingRegion: region,
      properties: {},
    } as Parameters<typeof config.signer>[0]);
    const { headers } = await signer.sign({
      ...request,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { ...request.headers, host: url.host },
    });
    const response = await fetch(url, { ...request, headers });
    const answer = (await response.json()) as Answer & AwsError;
    const failed = response.headers.get('x-amz-function-error');
    if (response.ok && failed === null) return answer;
    const error = new Error(answer.message ?? answer.Message ?? failed ?? `${response.status}`);
    error.name = answer.__type?.split('#').at(-1) ?? 'Error';
    throw error;
  }

  return {
    call: (service, target, input) =>
      send({
        method: 'POST',
        host: service,
        signingName: service.split('.').at(-1) ?? service,
        path: '/',
        headers: {
          'content-type': `application/x-amz-json-${service === 'cognito-idp' ? '1.1' : '1.0'}`,
          'x-amz-target': target,
        },
        body: JSON.stringify(input),
      }),
    lambda: (method, path, input) =>
      send({
        method,
        host: 'lambda',
        signingName: 'lambda',
        path: `/2015-03-31/${path}`,
        headers: { 'content-type': 'application/json' },
        ...(input && { body: JSON.stringify(input) }),
      }),
  };
}
