/**
 * Properties of the template that make no difference locally. The local cloud reads all others, and
 * `npm run verify -- parity` observes that it does, so this table cannot claim it.
 */
export type ParityException = {
  /** A resource type, or the path of resources that exist only when deployed. */
  readonly of: string | RegExp;
  /** Property paths, each including everything below it. Without a list, all properties. */
  readonly properties?: readonly string[];
} & (
  | { readonly ignored: string }
  /** A test of the template checks its value: the test's id, one of tools/testing/test-ids.ts. */
  | { readonly checked: string }
);

export const parityExceptions: readonly ParityException[] = [
  // Only when deployed
  {
    of: /^AmplifyBranchLinker/,
    ignored:
      'Amplify adds it to every branch, to show in its console which stack belongs to the branch',
  },
  { of: /^watch\/(Api|MailIs|CountingFails|ScansFail)/, checked: 'each-alarm' },
  {
    of: /^watch\/TableIsThrottled/,
    checked: 'throttled-table-alarm',
  },
  {
    of: /^watch\/(UndeliveredMail|UnerasedFiles|UncountedChanges|UnrecordedScans)/,
    properties: ['AlarmActions', 'OKActions', 'TreatMissingData'],
    checked: 'alarms-notify',
  },
  { of: /^counts\/EveryNight/, checked: 'nightly-recount' },
  {
    of: 'AWS::SNS::Topic',
    checked: 'alarms-notify',
  },
  { of: 'AWS::SNS::TopicPolicy', checked: 'alarms-may-publish' },
  {
    of: 'AWS::SNS::Subscription',
    checked: 'alarms-by-mail',
  },
  {
    of: 'AWS::CloudWatch::Dashboard',
    checked: 'dashboard-shows-alarms',
  },

  // A firewall, which production has if somebody asks for it: docs/deploy.md
  {
    of: /^api\/RestApiFirewall/,
    checked: 'firewall-rule',
  },
  {
    of: /^api\/RestApiFiltered/,
    checked: 'firewall-refuses',
  },

  // Scans for malware, if somebody asks for them: docs/deploy.md
  { of: /^files\/MalwareScanRole/, checked: 'malware-role' },
  { of: /^files\/MalwareScanPolicy/, checked: 'malware-role' },
  { of: /^files\/MalwareScan/, checked: 'malware-plan' },
  { of: /^files\/ScanResults/, checked: 'malware-results' },
  {
    of: 'AWS::Lambda::Function',
    properties: ['DeadLetterConfig'],
    checked: 'malware-results',
  },

  // Any resource
  {
    of: /./,
    properties: ['Tags', 'UserPoolTags', 'IdentityPoolTags'],
    ignored: 'for billing, and for Amplify’s console',
  },

  // The gateway
  {
    of: /^api\/(RestApi|People)/,
    properties: ['RestApiId'],
    ignored: 'there is one API; a second one is refused',
  },
  { of: 'AWS::ApiGateway::Deployment', properties: ['Description'], ignored: 'for the console' },
  {
    of: 'AWS::ApiGateway::Method',
    properties: ['MethodResponses'],
    ignored: 'declares the headers that the integration sets, which are read from there',
  },
  {
    of: 'AWS::ApiGateway::Stage',
    properties: ['MethodSettings[].DataTraceEnabled'],
    ignored:
      'logs request bodies in the gateway’s own log, which does not exist here; CDK writes false',
  },

  // The alarm that also runs locally
  {
    of: 'AWS::CloudWatch::Alarm',
    properties: ['EvaluationPeriods', 'Period', 'Statistic', 'TreatMissingData'],
    ignored: 'here the queue is checked every second, so these minutes have no meaning',
  },

  // Accounts
  {
    of: /^auth\/amplifyAuthIdentityPool/,
    ignored: 'AWS credentials for browsers, which the app never asks for (decision 6)',
  },
  {
    of: 'AWS::Cognito::UserPool',
    properties: ['AccountRecoverySetting.RecoveryMechanisms[].Priority'],
    ignored: 'there is one mechanism; a second one is refused',
  },
  {
    of: 'AWS::Cognito::UserPool',
    properties: ['DeletionProtection'],
    checked: 'production-protected',
  },
  {
    of: 'AWS::Cognito::UserPool',
    properties: ['EmailVerificationMessage', 'EmailVerificationSubject'],
    ignored: 'the older form of VerificationMessageTemplate, which takes precedence',
  },
  {
    of: 'AWS::Cognito::UserPool',
    properties: ['SmsVerificationMessage', 'VerificationMessageTemplate.SmsMessage'],
    ignored: 'nobody signs in with a phone number',
  },
  {
    of: 'AWS::Cognito::UserPoolClient',
    properties: ['AllowedOAuthFlowsUserPoolClient'],
    checked: 'no-guest-credentials',
  },
  {
    of: /^auth\/amplifyAuth(UserPoolAppClient|ownersGroup)/,
    properties: ['UserPoolId'],
    ignored: 'there is one user pool; a second one is refused',
  },

  // The table
  {
    of: 'AWS::DynamoDB::Table',
    properties: ['BillingMode', 'PointInTimeRecoverySpecification'],
    checked: 'table-settings',
  },
  {
    of: 'AWS::DynamoDB::Table',
    properties: ['DeletionProtectionEnabled'],
    checked: 'production-protected',
  },

  // The bucket
  {
    of: /^files\/FilesPolicy/,
    properties: ['PolicyDocument.Statement[].Action[]'],
    ignored: 'lets a function empty the bucket before it is deleted; here it is deleted with it',
  },
  {
    of: 'AWS::S3::BucketPolicy',
    properties: ['PolicyDocument.Version'],
    ignored: 'the version of the policy language, of which there is one',
  },
  {
    of: 'Custom::S3AutoDeleteObjects',
    ignored: 'empties the bucket before it is deleted; here it is deleted with it',
  },

  {
    of: 'Custom::S3BucketNotifications',
    properties: ['SkipDestinationValidation'],
    ignored: 'S3 asks once whether it may call the function; here the template is checked for it',
  },

  // Permissions
  {
    of: 'AWS::Lambda::Permission',
    properties: ['SourceAccount'],
    ignored: 'there is one account; another one is refused',
  },
  {
    of: 'AWS::IAM::Policy',
    properties: ['PolicyName', 'PolicyDocument.Version'],
    ignored: 'a name, and the version of the policy language, of which there is one',
  },
  {
    of: 'AWS::IAM::Role',
    properties: ['AssumeRolePolicyDocument'],
    ignored: 'who may assume the role: Lambda itself (written by CDK) and the identity pool',
  },

  // The functions
  {
    of: 'AWS::Lambda::Function',
    properties: ['Architectures'],
    checked: 'function-runtime',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['Code.S3Bucket'],
    ignored: 'the bundle is read from CDK’s output folder, by the same key',
  },
  {
    of: /^files\/BucketNotificationsHandler/,
    properties: ['Code.ZipFile'],
    ignored: 'CDK’s own, which tells the bucket whom to call; here it is read from the template',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['Description'],
    ignored: 'for the console',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['EphemeralStorage'],
    ignored: 'no function writes to a disk',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['LoggingConfig'],
    ignored: 'the terminal is the log',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['ReservedConcurrentExecutions'],
    checked: 'open-function-reserved',
  },
  {
    of: 'AWS::Logs::LogGroup',
    properties: ['RetentionInDays'],
    checked: 'log-retention',
  },

  {
    of: /^mail\/.*NewEntries/,
    properties: ['MaximumBatchingWindowInSeconds'],
    checked: 'mail-batch-window',
  },
  {
    of: /^counts\/.*ChangedEntries/,
    properties: ['MaximumBatchingWindowInSeconds'],
    checked: 'counts-batch-window',
  },

  // The queue
  {
    of: 'AWS::SQS::Queue',
    properties: ['SqsManagedSseEnabled'],
    checked: 'dead-letter-queue',
  },
  {
    of: 'AWS::SQS::QueuePolicy',
    checked: 'dead-letter-queue',
  },
];

/** The first row that covers a property, so specific rows must come before general ones. */
export function findParityException(
  { path, type }: { readonly path: string; readonly type: string },
  property: string,
): ParityException | undefined {
  return parityExceptions.find(
    ({ of, properties }) =>
      (typeof of === 'string' ? of === type : of.test(path)) &&
      (properties?.some((it) => covers(it, property)) ?? true),
  );
}

function covers(listed: string, property: string): boolean {
  return (
    property === listed || property.startsWith(`${listed}.`) || property.startsWith(`${listed}[`)
  );
}
