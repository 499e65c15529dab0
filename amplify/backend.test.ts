import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openRoutes, routes } from '#core/api/api-routes.ts';
import { onlyOpenRoutes } from '#core/api/match-route.ts';
import { statementsOf } from '../packages/amplify-local/services/iam/role-statements.ts';
import type { Statement } from '../packages/amplify-local/services/iam/policy-statement.ts';
import { readAssembly } from '../packages/amplify-local/template/assembly.ts';
import { resolveAssembly, type Backend } from '../packages/amplify-local/resolve-assembly.ts';
import type { Resource } from '../packages/amplify-local/template/resource.ts';
import type { Deployment } from '../packages/amplify-local/synthesis/synthesize.ts';
import { synthesizeOnce } from '../tools/testing/synthesize-once.ts';

let sandbox: Backend;
let production: Backend;
let preview: Backend;

beforeAll(async () => {
  vi.stubEnv('ALARMS_MAIL', 'alarms@example.com');
  vi.stubEnv('OPEN_SANDBOXES', '50');
  sandbox = await synthesized({});
  production = await synthesized({ type: 'branch', name: 'main' });
  preview = await synthesized({ type: 'branch', name: 'pr-7' });
});

afterAll(() => vi.unstubAllEnvs());

async function synthesized(deployment: Deployment): Promise<Backend> {
  return resolveAssembly(readAssembly(await synthesizeOnce(deployment)));
}

function allOf({ resources }: Backend, type: string): readonly Resource[] {
  return resources.filter((it) => it.type === type);
}

function only(backend: Backend, type: string): Resource {
  const [first, ...others] = allOf(backend, type);
  expect(others).toEqual([]);
  return first ?? expect.fail(`no ${type}`);
}

type Stack = 'api' | 'counts' | 'entries' | 'events' | 'files' | 'mail' | 'webhooks';

/** The resource of a type in a stack that has one. */
function onlyIn(backend: Backend, stack: Stack, type: string): Resource {
  const [first, ...others] = allOf(backend, type).filter((it) => it.path.startsWith(`${stack}/`));
  expect(others).toEqual([]);
  return first ?? expect.fail(`no ${type} in ${stack}`);
}

type OwnFunction = 'api' | 'counts' | 'eraser' | 'mail' | 'open' | 'shrinker' | 'webhooks';

/** One of our own functions. Amplify and CDK have others. */
function lambdaOf(backend: Backend, name: OwnFunction): Resource {
  const found = allOf(backend, 'AWS::Lambda::Function').find((it) =>
    new RegExp(`^(api|counts|files|mail|webhooks)/${name}`).test(it.path),
  );
  return found ?? expect.fail(`no function ${name}`);
}

function rightsOf(backend: Backend, name: OwnFunction) {
  return statementsOf(String(lambdaOf(backend, name).properties['Role']), backend.resources);
}

test(
  'every method requires a token of our user pool, except OPTIONS and those for devices without an account',
  { tags: 'methods-require-token' },
  () => {
    const { id: authorizer, properties } = only(sandbox, 'AWS::ApiGateway::Authorizer');
    const pool = only(sandbox, 'AWS::Cognito::UserPool');
    expect(properties).toMatchObject({
      Type: 'COGNITO_USER_POOLS',
      ProviderARNs: [`arn:aws:cognito-idp:us-east-1:000000000000:userpool/${pool.id}`],
    });
    const methods = allOf(sandbox, 'AWS::ApiGateway::Method').map((it) => it.properties);
    const preflights = methods.filter((it) => it['HttpMethod'] === 'OPTIONS');
    const others = methods.filter((it) => it['HttpMethod'] !== 'OPTIONS');
    const open = others.filter(({ Integration }) => isOpenFunction(Integration));
    const guarded = others.filter(({ Integration }) => !isOpenFunction(Integration));
    expect(guarded).toHaveLength(Object.keys(routes).length - onlyOpenRoutes.length);
    expect(open).toHaveLength(openRoutes.length);
    for (const method of open) expect(method['AuthorizationType']).toBe('NONE');
    for (const method of guarded)
      expect(method).toMatchObject({
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizerId: authorizer,
      });
    for (const method of preflights) expect(method['Integration']).toMatchObject({ Type: 'MOCK' });
  },
);

/** Whether it is the function that serves devices without an account. */
function isOpenFunction(integration: unknown): boolean {
  return JSON.stringify(integration).includes(`:function:${lambdaOf(sandbox, 'open').id}/`);
}

test('the function for devices without an account reads and writes entries, and nothing else', () => {
  expect(rightsOf(sandbox, 'open').filter(isNotAboutLogs)).toEqual([
    {
      Effect: 'Allow',
      Action: ['PutItem', 'GetItem', 'BatchGetItem', 'UpdateItem', 'Query'].map(
        (it) => `dynamodb:${it}`,
      ),
      Resource: tableArn(sandbox),
    },
  ]);
});

function reserved(backend: Backend, name: OwnFunction): unknown {
  return lambdaOf(backend, name).properties['ReservedConcurrentExecutions'];
}

test(
  'in production, devices without an account have as many sandboxes as were chosen, and no more',
  { tags: 'open-function-reserved' },
  () => {
    expect(reserved(production, 'open')).toBe(50);
    expect([reserved(production, 'api'), reserved(preview, 'open')]).toEqual([
      undefined,
      undefined,
    ]);
  },
);

test(
  'the API function may only do what its stores do, on its table and its bucket',
  { tags: 'api-function-grants' },
  () => {
    const table = tableArn(sandbox);
    expect(rightsOf(sandbox, 'api').filter(isNotAboutLogs)).toEqual([
      {
        Effect: 'Allow',
        Action: ['PutItem', 'GetItem', 'BatchGetItem', 'UpdateItem', 'Query'].map(
          (it) => `dynamodb:${it}`,
        ),
        Resource: table,
      },
      { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table}/index/byForm` },
      {
        Effect: 'Allow',
        Action: [
          'GetObject',
          'PutObject',
          'PutObjectTagging',
          'DeleteObject',
          'DeleteObjectTagging',
          'ListMultipartUploadParts',
        ].map((it) => `s3:${it}`),
        Resource: `${bucketArn(sandbox)}/*`,
      },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucketArn(sandbox) },
      {
        Effect: 'Allow',
        Action: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
        Resource: eventsTableArn(sandbox),
      },
      {
        Effect: 'Allow',
        Action: 'dynamodb:Query',
        Resource: `${eventsTableArn(sandbox)}/index/byForm`,
      },
    ]);
  },
);

function tableArn(backend: Backend): string {
  return `arn:aws:dynamodb:us-east-1:000000000000:table/${onlyIn(backend, 'entries', 'AWS::DynamoDB::Table').id}`;
}

function eventsTableArn(backend: Backend): string {
  return `arn:aws:dynamodb:us-east-1:000000000000:table/${onlyIn(backend, 'events', 'AWS::DynamoDB::Table').id}`;
}

test('the bucket is private, without versions, and deletes what nobody confirms', () => {
  for (const backend of [sandbox, preview, production]) {
    const { properties } = only(backend, 'AWS::S3::Bucket');
    expect(properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
        ],
      },
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedOrigins: ['*'],
            AllowedMethods: ['GET', 'PUT'],
            AllowedHeaders: [
              'content-type',
              'if-none-match',
              'x-amz-checksum-sha256',
              'x-amz-tagging',
            ],
            MaxAge: 3600,
          },
        ],
      },
      LifecycleConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            ExpirationInDays: 7,
            TagFilters: [{ Key: 'awaited', Value: 'yes' }],
          },
          { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
        ],
      },
    });
    expect(properties).not.toHaveProperty('VersioningConfiguration');
  }
});

test('nobody reaches the bucket without TLS', () => {
  const { PolicyDocument } = only(production, 'AWS::S3::BucketPolicy').properties;
  const arn = bucketArn(production);
  expect(PolicyDocument).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        Resource: [arn, `${arn}/*`],
      },
    ],
  });
});

function bucketArn(backend: Backend): string {
  return `arn:aws:s3:::${only(backend, 'AWS::S3::Bucket').id}`;
}

function isNotAboutLogs({ Action }: Statement): boolean {
  return !JSON.stringify(Action).includes('logs:');
}

test('no policy allows all resources, or an email service', { tags: 'no-wildcard-policy' }, () => {
  const policies = [...allOf(sandbox, 'AWS::IAM::Policy'), ...allOf(sandbox, 'AWS::IAM::Role')];
  const documents = JSON.stringify(
    policies.map((it) => it.properties['PolicyDocument'] ?? it.properties['Policies'] ?? []),
  );
  expect(policies.length).toBeGreaterThan(3);
  expect(documents).not.toMatch(/"Resource":\s*\[?"\*"/);
  expect(documents).not.toMatch(/"ses:|"dynamodb:\*"/);
});

test('only the function that counts may read the whole table', () => {
  const others = ['api', 'eraser', 'mail', 'open', 'shrinker', 'webhooks'] as const;
  for (const name of others) expect(JSON.stringify(rightsOf(sandbox, name))).not.toContain(':Scan');
});

test.each(['api', 'counts', 'eraser', 'mail', 'shrinker', 'webhooks'] as const)(
  'the %s function’s one managed policy writes its logs',
  { tags: 'managed-policy-logs' },
  (name) => {
    const lambda = lambdaOf(sandbox, name);
    const role = allOf(sandbox, 'AWS::IAM::Role').find((it) =>
      String(lambda.properties['Role']).endsWith(`/${it.id}`),
    );
    // The only `*`, because the names of log streams are not known when the policy is written.
    expect(role?.properties['ManagedPolicyArns']).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ]);
  },
);

test(
  'the table is paid per request, restorable, streamed, and deletes expired items',
  { tags: 'table-settings' },
  () => {
    expect(onlyIn(sandbox, 'entries', 'AWS::DynamoDB::Table').properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [{ IndexName: 'byForm', Projection: { ProjectionType: 'ALL' } }],
    });
  },
);

function protection(backend: Backend): unknown[] {
  return [
    onlyIn(backend, 'entries', 'AWS::DynamoDB::Table').properties['DeletionProtectionEnabled'],
    only(backend, 'AWS::Cognito::UserPool').properties['DeletionProtection'],
  ];
}

test(
  'only the production branch protects its table and its accounts',
  { tags: 'production-protected' },
  () => {
    expect(protection(production)).toEqual([true, 'ACTIVE']);
    expect(protection(preview)).toEqual([false, 'INACTIVE']);
    expect(protection(sandbox)).toEqual([false, 'INACTIVE']);
  },
);

test(
  'people sign up by email, with passwords of twelve characters or more',
  { tags: 'sign-up-by-email' },
  () => {
    expect(only(sandbox, 'AWS::Cognito::UserPool').properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    });
    expect(only(sandbox, 'AWS::Cognito::UserPoolGroup').properties['GroupName']).toBe('owners');
  },
);

test(
  'nobody gets AWS credentials without signing in, and there is no hosted sign-in page',
  { tags: 'no-guest-credentials' },
  () => {
    expect(
      only(sandbox, 'AWS::Cognito::IdentityPool').properties['AllowUnauthenticatedIdentities'],
    ).toBe(false);
    expect(only(sandbox, 'AWS::Cognito::UserPoolClient').properties).not.toHaveProperty(
      'CallbackURLs',
    );
  },
);

test(
  'the function runs Node 24 on arm64, and knows its table’s name',
  { tags: 'function-runtime' },
  () => {
    expect(lambdaOf(sandbox, 'api').properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Environment: {
        Variables: { TABLE_NAME: onlyIn(sandbox, 'entries', 'AWS::DynamoDB::Table').id },
      },
    });
  },
);

test(
  'browsers can read the gateway’s own errors, which have no-store and nosniff',
  { tags: 'gateway-errors-readable' },
  () => {
    const responses = allOf(sandbox, 'AWS::ApiGateway::GatewayResponse').map((it) => it.properties);
    expect(responses.map((it) => String(it['ResponseType'])).toSorted()).toEqual([
      'DEFAULT_4XX',
      'DEFAULT_5XX',
      'THROTTLED',
    ]);
    for (const response of responses)
      expect(response['ResponseParameters']).toMatchObject({
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
        'gatewayresponse.header.Access-Control-Expose-Headers':
          expect.stringContaining('Retry-After'),
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
      });
    expect(responses.find((it) => it['ResponseType'] === 'THROTTLED')).toMatchObject({
      ResponseParameters: { 'gatewayresponse.header.Retry-After': "'2'" },
    });
  },
);

test('the API is throttled, and does not create the account’s logging role', () => {
  const settings = only(sandbox, 'AWS::ApiGateway::Stage').properties['MethodSettings'];
  const [all, ...open] = settings as readonly object[];
  expect(all).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
  expect(open).toHaveLength(openRoutes.length);
  for (const it of open)
    expect(it).toMatchObject({
      ResourcePath: expect.stringMatching(/^\/~1open~1/),
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
  expect(allOf(sandbox, 'AWS::ApiGateway::Account')).toEqual([]);
});

test('the mail function may only put and get items, read the stream and send to its queue', () => {
  const queue = onlyIn(sandbox, 'mail', 'AWS::SQS::Queue').id.split('/').at(-1);
  const secret = 'arn:aws:ssm:us-east-1:000000000000:parameter/amplify';
  expect(rightsOf(sandbox, 'mail').filter(isNotAboutLogs)).toEqual([
    {
      Effect: 'Allow',
      Action: ['dynamodb:PutItem', 'dynamodb:GetItem'],
      Resource: tableArn(sandbox),
    },
    {
      Effect: 'Allow',
      Action: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      Resource: expect.stringContaining(`${tableArn(sandbox)}/stream/`),
    },
    {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
    },
    {
      Effect: 'Allow',
      Action: 'ssm:GetParameters',
      Resource: [
        expect.stringMatching(`^${secret}/formstead/local-sandbox-\\w+/RESEND_API_KEY$`),
        `${secret}/shared/formstead/RESEND_API_KEY`,
      ],
    },
  ]);
});

test('the function that erases files may only delete, and look for what to delete', () => {
  const { id } = onlyIn(sandbox, 'files', 'AWS::SQS::Queue');
  expect(rightsOf(sandbox, 'eraser').filter(isNotAboutLogs)).toEqual([
    {
      Effect: 'Allow',
      Action: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
      Resource: tableArn(sandbox),
    },
    {
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
      Resource: bucketArn(sandbox),
    },
    {
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:AbortMultipartUpload'],
      Resource: `${bucketArn(sandbox)}/*`,
    },
    {
      Effect: 'Allow',
      Action: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      Resource: expect.stringContaining(`${tableArn(sandbox)}/stream/`),
    },
    {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: `arn:aws:sqs:us-east-1:000000000000:${id.split('/').at(-1)}`,
    },
  ]);
});

test('the function that counts may read all items, and put some; of events, put and query', () => {
  const { id } = onlyIn(sandbox, 'counts', 'AWS::SQS::Queue');
  expect(rightsOf(sandbox, 'counts').filter(isNotAboutLogs)).toEqual([
    {
      Effect: 'Allow',
      Action: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:Scan'],
      Resource: tableArn(sandbox),
    },
    {
      Effect: 'Allow',
      Action: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      Resource: expect.stringContaining(`${tableArn(sandbox)}/stream/`),
    },
    {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: `arn:aws:sqs:us-east-1:000000000000:${id.split('/').at(-1)}`,
    },
    {
      Effect: 'Allow',
      Action: ['dynamodb:PutItem', 'dynamodb:Query'],
      Resource: eventsTableArn(sandbox),
    },
  ]);
});

test(
  'each change of an entry reaches it, and waits up to ten seconds for others to be counted with',
  { tags: 'counts-batch-window' },
  () => {
    const { properties } = onlyIn(sandbox, 'counts', 'AWS::Lambda::EventSourceMapping');
    expect(properties).toMatchObject({
      FunctionName: lambdaOf(sandbox, 'counts').id,
      EventSourceArn: expect.stringContaining(`${tableArn(sandbox)}/stream/`),
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 500,
      MaximumBatchingWindowInSeconds: 10,
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"sk":{"S":[{"prefix":"entry#"}]}}}}' }],
      },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 24 * 60 * 60,
    });
  },
);

test('the function that sends to webhooks may read and put events, and reads no entry', () => {
  const table = eventsTableArn(sandbox);
  expect(rightsOf(sandbox, 'webhooks').filter(isNotAboutLogs)).toEqual([
    {
      Effect: 'Allow',
      Action: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'].map((it) => `dynamodb:${it}`),
      Resource: table,
    },
    { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table}/index/byDueTime` },
    { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table}/index/byForm` },
    {
      Effect: 'Allow',
      Action: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      Resource: expect.stringContaining(`${table}/stream/`),
    },
  ]);
});

test('the table of events is paid per request, restorable, streamed, and deletes what is over', () => {
  expect(onlyIn(sandbox, 'events', 'AWS::DynamoDB::Table').properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    GlobalSecondaryIndexes: [
      { IndexName: 'byDueTime', Projection: { ProjectionType: 'KEYS_ONLY' } },
      { IndexName: 'byForm', Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
  });
  expect(onlyIn(sandbox, 'webhooks', 'AWS::Lambda::EventSourceMapping').properties).toMatchObject({
    FunctionName: lambdaOf(sandbox, 'webhooks').id,
    EventSourceArn: expect.stringContaining(`${eventsTableArn(sandbox)}/stream/`),
    FilterCriteria: {
      Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"isFresh":{"BOOL":[true]}}}}' }],
    },
  });
});

test('the function that makes small copies may read files, and write and delete nothing but those', () => {
  const bucket = bucketArn(sandbox);
  expect(rightsOf(sandbox, 'shrinker').filter(isNotAboutLogs)).toEqual([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/*` },
    { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: `${bucket}/*.small` },
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucket },
  ]);
});

test('it is called when a file is confirmed, which deletes its tag, and by nothing else', () => {
  const { properties } = only(sandbox, 'Custom::S3BucketNotifications');
  expect(properties).toMatchObject({
    BucketName: only(sandbox, 'AWS::S3::Bucket').id,
    NotificationConfiguration: {
      LambdaFunctionConfigurations: [
        {
          Events: ['s3:ObjectTagging:Delete'],
          LambdaFunctionArn: expect.stringContaining(lambdaOf(sandbox, 'shrinker').id),
        },
      ],
    },
  });
});

test('changes of entries that had files reach it, and are retried for as long as the stream has them', () => {
  const { properties } = onlyIn(sandbox, 'files', 'AWS::Lambda::EventSourceMapping');
  const { id } = onlyIn(sandbox, 'files', 'AWS::SQS::Queue');
  expect(properties).toMatchObject({
    FunctionName: lambdaOf(sandbox, 'eraser').id,
    EventSourceArn: expect.stringContaining(`${tableArn(sandbox)}/stream/`),
    StartingPosition: 'TRIM_HORIZON',
    FilterCriteria: {
      Filters: [{ Pattern: '{"dynamodb":{"OldImage":{"hasFiles":{"BOOL":[true]}}}}' }],
    },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRecordAgeInSeconds: 24 * 60 * 60,
    DestinationConfig: {
      OnFailure: {
        Destination: `arn:aws:sqs:us-east-1:000000000000:${id.split('/').at(-1)}`,
      },
    },
  });
});

test(
  'only the mail function has a secret, and the template does not contain it',
  { tags: 'secret-of-mail-alone' },
  () => {
    const variablesOf = (stack: 'api' | 'mail') =>
      lambdaOf(sandbox, stack).properties['Environment'] as {
        Variables: Record<string, string>;
      };
    expect(variablesOf('api').Variables).toMatchObject({ AMPLIFY_SSM_ENV_CONFIG: '{}' });
    expect(variablesOf('mail').Variables).toMatchObject({
      RESEND_API_KEY: '<value will be resolved during runtime>',
      MAIL_API: 'https://api.resend.com',
    });
    expect(JSON.stringify(rightsOf(sandbox, 'api'))).not.toContain('ssm:');
  },
);

test('only inserted entries, links and confirmations to be mailed, and reviews that send back, reach the mail function: no delivery records, withdrawals or changes', () => {
  const { properties } = onlyIn(sandbox, 'mail', 'AWS::Lambda::EventSourceMapping');
  const { FilterCriteria } = properties as { FilterCriteria: { Filters: { Pattern: string }[] } };
  expect(FilterCriteria.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))).toEqual([
    { eventName: ['INSERT'], dynamodb: { NewImage: { sk: { S: [{ prefix: 'entry#' }] } } } },
    { eventName: ['INSERT'], dynamodb: { NewImage: { sk: { S: [{ prefix: 'invite-mail#' }] } } } },
    { eventName: ['INSERT'], dynamodb: { NewImage: { sk: { S: [{ prefix: 'confirm#' }] } } } },
    {
      eventName: ['INSERT'],
      dynamodb: { NewImage: { sk: { S: [{ prefix: 'review#' }] }, state: { S: ['sent-back'] } } },
    },
  ]);
  expect(properties).toMatchObject({
    FunctionName: lambdaOf(sandbox, 'mail').id,
    EventSourceArn: expect.stringContaining(`${tableArn(sandbox)}/stream/`),
    StartingPosition: 'TRIM_HORIZON',
  });
});

test(
  'a new entry waits up to five seconds for others, and a batch fits into one request',
  { tags: 'mail-batch-window' },
  () => {
    expect(onlyIn(sandbox, 'mail', 'AWS::Lambda::EventSourceMapping').properties).toMatchObject({
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 5,
    });
  },
);

test('mail is retried record by record and in halves, within the provider’s 24 hours, and then sent to a queue', () => {
  const { properties } = onlyIn(sandbox, 'mail', 'AWS::Lambda::EventSourceMapping');
  const queue = onlyIn(sandbox, 'mail', 'AWS::SQS::Queue').id.split('/').at(-1);
  expect(properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 60,
    DestinationConfig: {
      OnFailure: { Destination: `arn:aws:sqs:us-east-1:000000000000:${queue}` },
    },
  });
  const { Timeout } = lambdaOf(sandbox, 'mail').properties;
  const longest = Number(properties['MaximumRecordAgeInSeconds']) + Number(Timeout);
  expect(longest).toBeLessThan(24 * 60 * 60);
});

test(
  'each dead-letter queue is encrypted, keeps messages for two weeks, and requires TLS',
  { tags: 'dead-letter-queue' },
  () => {
    for (const stack of ['mail', 'files', 'counts'] as const) {
      const queue = onlyIn(sandbox, stack, 'AWS::SQS::Queue');
      expect(queue.properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 14 * 24 * 60 * 60,
      });
      expect(onlyIn(sandbox, stack, 'AWS::SQS::QueuePolicy').properties).toMatchObject({
        Queues: [queue.id],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Action: 'sqs:*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      });
    }
  },
);

test('one message in such a queue raises an alarm in every deployment', () => {
  const alarms = allOf(sandbox, 'AWS::CloudWatch::Alarm').map((it) => it.properties);
  expect(alarms).toHaveLength(3);
  for (const stack of ['mail', 'files', 'counts'] as const) {
    const Value = onlyIn(sandbox, stack, 'AWS::SQS::Queue').id.split('/').at(-1);
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value }],
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Threshold: 1,
      }),
    );
  }
});

test('tokens are valid for a quarter of an hour, and a refresh token can be used once', () => {
  expect(only(sandbox, 'AWS::Cognito::UserPoolClient').properties).toMatchObject({
    IdTokenValidity: 15,
    AccessTokenValidity: 15,
    RefreshTokenValidity: 30,
    TokenValidityUnits: { IdToken: 'minutes', AccessToken: 'minutes', RefreshToken: 'days' },
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  });
});
