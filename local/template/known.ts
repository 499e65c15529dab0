/**
 * What of the template makes no difference on a desk. What is not here the local cloud reads, which
 * `npm run prove:parity` sees for itself: this table cannot claim it.
 */
export type Known = {
  /** A resource's type, or for what is only deployed the path of the resource. */
  readonly of: string | RegExp;
  /** Property paths, each with what is below it; all of them where there is no list. */
  readonly properties?: readonly string[];
} & (
  | { readonly ignored: string }
  /** A test of the template holds its value: the file, and words of the test's name. */
  | { readonly checked: readonly [file: string, words: string] }
);

const backend = 'amplify/backend.test.ts';
const production = 'amplify/production.test.ts';

export const known: readonly Known[] = [
  // Only deployed, never here
  {
    of: /^AmplifyBranchLinker/,
    ignored: 'Amplify’s own, in every branch: tells its console which stack belongs to the branch',
  },
  { of: /^watch\/Api|^watch\/MailIs/, checked: [production, 'is an alarm'] },
  { of: /^watch\/TableIsThrottled/, checked: [production, 'a table that turns requests away'] },
  {
    of: /^watch\/UndeliveredMail/,
    properties: ['AlarmActions', 'OKActions', 'TreatMissingData'],
    checked: [production, 'every alarm of production tells the topic'],
  },
  { of: 'AWS::SNS::Topic', checked: [production, 'every alarm of production tells the topic'] },
  { of: 'AWS::SNS::TopicPolicy', checked: [production, 'CloudWatch may publish to the topic'] },
  { of: 'AWS::SNS::Subscription', checked: [production, 'the topic writes to the address'] },
  { of: 'AWS::CloudWatch::Dashboard', checked: [production, 'a dashboard shows every alarm'] },

  // Everywhere
  {
    of: /./,
    properties: ['Tags', 'UserPoolTags', 'IdentityPoolTags'],
    ignored: 'for the bill, and for Amplify’s console',
  },

  // The gateway
  {
    of: /^api\/(RestApi|People)/,
    properties: ['RestApiId'],
    ignored: 'there is one API; a second one is refused',
  },
  { of: 'AWS::ApiGateway::Authorizer', properties: ['Name'], ignored: 'for the console' },
  { of: 'AWS::ApiGateway::Deployment', properties: ['Description'], ignored: 'for the console' },
  {
    of: 'AWS::ApiGateway::RestApi',
    properties: ['Name'],
    checked: [production, 'an API has a name of its own in every branch'],
  },
  {
    of: 'AWS::ApiGateway::Method',
    properties: ['MethodResponses'],
    ignored: 'declares the headers that the integration sets, which are read from there',
  },
  {
    of: 'AWS::ApiGateway::Stage',
    properties: ['MethodSettings[].DataTraceEnabled'],
    ignored: 'bodies in the gateway’s own log, which there is none of; CDK writes false',
  },

  // The alarm that rings here too
  {
    of: 'AWS::CloudWatch::Alarm',
    properties: ['EvaluationPeriods', 'Period', 'Statistic', 'TreatMissingData'],
    ignored: 'here the queue is looked at every second, and it is not a matter of minutes',
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
    checked: [backend, 'only the production branch protects its table and its accounts'],
  },
  {
    of: 'AWS::Cognito::UserPool',
    properties: ['EmailVerificationMessage', 'EmailVerificationSubject'],
    ignored: 'the words of VerificationMessageTemplate, which Cognito prefers, as it was before',
  },
  {
    of: 'AWS::Cognito::UserPool',
    properties: ['SmsVerificationMessage', 'VerificationMessageTemplate.SmsMessage'],
    ignored: 'nobody gives a phone number to sign in with',
  },
  {
    of: 'AWS::Cognito::UserPoolClient',
    properties: ['AllowedOAuthFlowsUserPoolClient'],
    checked: [backend, 'no sign-in page leads elsewhere'],
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
    checked: [backend, 'the table is paid by request, restorable'],
  },
  {
    of: 'AWS::DynamoDB::Table',
    properties: ['DeletionProtectionEnabled'],
    checked: [backend, 'only the production branch protects its table and its accounts'],
  },

  // Rights
  {
    of: 'AWS::IAM::Policy',
    properties: ['PolicyName', 'PolicyDocument.Version'],
    ignored: 'a name; and the language of policies, of which there is one',
  },
  {
    of: 'AWS::IAM::Role',
    properties: ['AssumeRolePolicyDocument'],
    ignored: 'who may take the role on: Lambda itself, which CDK writes, and the identity pool',
  },

  // The functions
  {
    of: 'AWS::Lambda::Function',
    properties: ['Architectures'],
    checked: [backend, 'the function runs Node 24 on arm64'],
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['Code.S3Bucket'],
    ignored: 'the bundle is taken from where CDK put it, by the same key',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['EphemeralStorage'],
    ignored: 'neither function writes to a disk',
  },
  {
    of: 'AWS::Lambda::Function',
    properties: ['LoggingConfig'],
    ignored: 'the terminal is the log',
  },
  {
    of: 'AWS::Logs::LogGroup',
    properties: ['RetentionInDays'],
    checked: [production, 'production keeps its logs for 90 days'],
  },

  {
    of: 'AWS::Lambda::EventSourceMapping',
    properties: ['MaximumBatchingWindowInSeconds'],
    checked: [backend, 'a new entry waits five seconds for company'],
  },

  // The queue
  {
    of: 'AWS::SQS::Queue',
    properties: ['SqsManagedSseEnabled'],
    checked: [backend, 'the queue of what was given up is encrypted'],
  },
  {
    of: 'AWS::SQS::QueuePolicy',
    checked: [backend, 'the queue of what was given up is encrypted'],
  },
];

/** The first line of the table that is about a property, so that what is special goes before what is general. */
export function knownOf(
  { path, type }: { readonly path: string; readonly type: string },
  property: string,
): Known | undefined {
  return known.find(
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
