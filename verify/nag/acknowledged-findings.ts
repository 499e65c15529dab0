/** A finding of a checklist about one construct. */
export type Finding = {
  readonly rule: string;
  readonly path: string;
  readonly description: string;
};

type Acknowledged = {
  /** The rule's name, up to a `[`. */
  readonly rule: string;
  readonly where: RegExp;
  readonly because: string;
};

const logsRole =
  /^(api\/(api|open)|counts\/counts|files\/(eraser|scanner|shrinker)|mail\/mail-lambda|webhooks\/webhooks-lambda)\/ServiceRole/;
const functions =
  /^(api\/(api|open)|counts\/counts|files\/(eraser|scanner|shrinker)|mail\/mail-lambda|webhooks\/webhooks-lambda)\//;
const called =
  /^(api\/(api|open)|counts\/counts|files\/eraser|mail\/mail-lambda|webhooks\/webhooks-lambda)\//;
const deploymentStage = /^api\/RestApi\/DeploymentStage/;
const pool = /^auth\/amplifyAuth\/UserPool\//;
const queue =
  /^(mail\/UndeliveredMail|files\/(UnerasedFiles|UnrecordedScans)|counts\/UncountedChanges)\//;

const linker = (rule: string): Acknowledged => ({
  rule,
  where: /^AmplifyBranchLinker\//,
  because:
    'Amplify’s own, in every branch: it runs once in a deployment, and is not ours to declare',
});

/**
 * Every finding that stays, with the reason. A finding that is not listed fails, and so does an entry without
 * a finding.
 */
export const acknowledged: readonly Acknowledged[] = [
  {
    rule: 'AwsSolutions-COG1',
    where: pool,
    because:
      'twelve characters, whichever: length makes a password strong, and rules of composition make ' +
      'people write it down (NIST SP 800-63B 3.1.1.2, decision 5)',
  },
  {
    rule: 'AwsSolutions-COG2',
    where: pool,
    because:
      'who fills a form once is not asked for a second factor; entries are seen by their author',
  },
  {
    rule: 'AwsSolutions-COG8',
    where: pool,
    because:
      'the Plus tier costs $0.02 for each active person a month, more than all the rest together',
  },
  ...['AwsSolutions-APIG4', 'AwsSolutions-COG4'].map((rule) => ({
    rule,
    where: /^api\/RestApi\/Default\/open\//,
    because:
      'for devices without an account: the function knows them by a key of 256 bits, and has a throttle and ' +
      'sandboxes of its own (decision 59)',
  })),
  {
    rule: 'AwsSolutions-IAM4',
    where: logsRole,
    because: 'AWSLambdaBasicExecutionRole writes logs and does nothing else',
  },
  {
    rule: 'AwsSolutions-IAM4',
    where: /^files\/BucketNotificationsHandler/,
    because: 'CDK’s own, which tells the bucket whom to call: it runs once in a deployment',
  },
  {
    rule: 'AwsSolutions-APIG2',
    where: /^api\/RestApi\/Resource/,
    because:
      'the function checks every body against its form, the same code as in the browser, and says what ' +
      'is wrong field by field, which a model of the gateway cannot',
  },
  {
    rule: 'AwsSolutions-IAM5',
    where: /^(api\/api|files\/(eraser|scanner|shrinker))\/ServiceRole\/DefaultPolicy/,
    because: 'all objects of the one bucket, whose keys are made when files are sent',
  },
  {
    rule: 'AwsSolutions-IAM5',
    where: /^files\/MalwareScanPolicy/,
    because:
      'GuardDuty reads whatever object arrives, and names the rule that it makes itself; AWS documents both (decision 76)',
  },
  {
    rule: 'AwsSolutions-S1',
    where: /^files\/Files\//,
    because:
      'the function logs each request for an address. What is done with one would be logged with the ' +
      'person’s username in the key, and stay when they erase everything',
  },
  ...['AwsSolutions-APIG1', 'AwsSolutions-APIG6', 'Serverless-APIGWAccessLogging'].map((rule) => ({
    rule,
    where: deploymentStage,
    because:
      'the function logs a line for each request, and what the gateway refuses is counted in its metrics. ' +
      'Logging in the gateway needs a role that belongs to the whole account: docs/deploy.md',
  })),
  {
    rule: 'AwsSolutions-APIG3',
    where: deploymentStage,
    because:
      'a web ACL costs $6 a month and more: OPEN_REQUESTS_FROM_ADDRESS adds one (docs/deploy.md)',
  },
  {
    rule: 'AwsSolutions-SQS3',
    where: queue,
    because: 'it is the dead-letter queue itself',
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    where: queue,
    because: 'it is the dead-letter queue itself',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    where: called,
    because:
      'for what is invoked asynchronously. API Gateway waits for the one, and the others’ mappings have ' +
      'queues for what they give up',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    where: /^files\/shrinker\//,
    because:
      'S3 calls it three times. After that a picture has no small copy, which nobody would make by hand',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    where: /^webhooks\/webhooks-lambda\/FreshDeliveries\//,
    because: 'the schedule starts what is due a minute later, whatever the stream has given up',
  },
  {
    rule: 'Serverless-EventBusDLQ',
    where: /^counts\/EveryNight\//,
    because: 'a recount that does not start is made the next night',
  },
  {
    rule: 'Serverless-LambdaTracing',
    where: functions,
    because: 'one function and one table: a request’s one log line says how long it took and where',
  },
  {
    rule: 'Serverless-APIGWXrayEnabled',
    where: deploymentStage,
    because: 'one function and one table: a request’s one log line says how long it took and where',
  },
  {
    rule: 'Serverless-SNSRedrivePolicy',
    where: /^watch\/Alarms\//,
    because:
      'SNS delivers mail to addresses without one; a queue would be one more thing to look at',
  },
  ...[
    'AwsSolutions-IAM4',
    'AwsSolutions-IAM5',
    'AwsSolutions-L1',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaDefaultMemorySize',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
  ].map(linker),
];

export function acknowledges({ rule, where }: Acknowledged, finding: Finding): boolean {
  return finding.rule.split('[')[0] === rule && where.test(finding.path);
}
