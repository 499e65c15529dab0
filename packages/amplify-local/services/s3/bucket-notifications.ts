import { account, arn } from '../../template/arn.ts';
import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import { matches } from '../iam/match-pattern.ts';
import { bucketArn } from './operations/operation.ts';

/** Which events of a bucket a function receives. */
export type Notification = {
  readonly id: string;
  readonly bucketName: string;
  readonly functionName: string;
  /** Such as `ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
};

/** The custom resource in which CDK declares notifications, because a bucket and a function refer to each other. */
export const notificationsType = 'Custom::S3BucketNotifications';

export function notificationsFrom(resources: readonly Resource[]): readonly Notification[] {
  return resources
    .filter(({ type }) => type === notificationsType)
    .flatMap((resource) => {
      const custom = readerOf(resource);
      custom.nothingBut([
        'BucketName',
        'Managed',
        'NotificationConfiguration',
        'ServiceToken',
        'SkipDestinationValidation',
      ]);
      // Otherwise the bucket would be one that exists outside of the backend.
      if (custom.flag('Managed') === false) custom.refuse('Managed', 'is false');
      const configuration = custom.part('NotificationConfiguration');
      // With EventBridge, services that exist only in AWS are notified too.
      configuration.nothingBut(['EventBridgeConfiguration', 'LambdaFunctionConfigurations']);
      const bucketName = custom.requiredText('BucketName');
      return configuration
        .each('LambdaFunctionConfigurations')
        .map((it, index) => notificationFrom(it, { id: `${resource.path}-${index}`, bucketName }));
    });
}

function notificationFrom(
  it: Reader,
  { id, bucketName }: Pick<Notification, 'id' | 'bucketName'>,
): Notification {
  it.nothingBut(['Events', 'Filter', 'Id', 'LambdaFunctionArn']);
  it.onlyTexts('Events', ...supportedEvents);
  it.part('Filter').nothingBut(['Key']);
  const rules = it.part('Filter').part('Key');
  rules.nothingBut(['FilterRules']);
  const valueOf = (name: string) =>
    rules
      .each('FilterRules')
      .find((rule) => rule.requiredText('Name').toLowerCase() === name)
      ?.requiredText('Value') ?? '';
  const events = it.texts('Events') ?? it.refuse('Events', 'is missing');
  return {
    id: it.text('Id') ?? id,
    bucketName,
    functionName: it.requiredText('LambdaFunctionArn').split(':').at(-1) ?? '',
    events: events.map((name) => name.replace('s3:', '')),
    prefix: valueOf('prefix'),
    suffix: valueOf('suffix'),
  };
}

const supportedEvents = [
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:Copy',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:*',
  's3:ObjectRemoved:Delete',
  's3:ObjectRemoved:DeleteMarkerCreated',
  's3:ObjectTagging:*',
  's3:ObjectTagging:Put',
  's3:ObjectTagging:Delete',
  's3:LifecycleExpiration:*',
  's3:LifecycleExpiration:Delete',
  's3:LifecycleExpiration:DeleteMarkerCreated',
];

/** Whether the function receives an event of the object with this key. */
export function receives(
  { events, prefix, suffix }: Notification,
  event: string,
  key: string,
): boolean {
  const isWanted = events.some((pattern) => matches(pattern, event));
  return isWanted && key.startsWith(prefix) && key.endsWith(suffix);
}

/** Throws if AWS would refuse notifications, because S3 may not call the function. */
export function refuseUnpermitted(resources: readonly Resource[]): void {
  const permissions = resources
    .filter(({ type }) => type === 'AWS::Lambda::Permission')
    .map(readerOf);
  for (const { bucketName, functionName } of notificationsFrom(resources)) {
    const isPermitted = permissions.some(
      (it) =>
        it.text('Principal') === 's3.amazonaws.com' &&
        [functionName, arn('lambda', `function:${functionName}`)].includes(
          it.text('FunctionName') ?? '',
        ) &&
        matches(it.text('Action') ?? '', 'lambda:InvokeFunction') &&
        matches(it.text('SourceArn') ?? '*', bucketArn({ name: bucketName })) &&
        (it.text('SourceAccount') ?? account) === account,
    );
    if (!isPermitted)
      throw new Error(
        `${bucketName} may not call ${functionName}: there is no AWS::Lambda::Permission for s3.amazonaws.com.`,
      );
  }
}
