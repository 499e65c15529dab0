import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { productionBranch } from '../production.ts';

/**
 * Where alarms go: to the address in `ALARMS_MAIL`, once whoever reads it has said yes to AWS's first mail.
 * Not encrypted with SNS's own key, under which CloudWatch may not publish and alarms would be lost unseen.
 */
export function alarmTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  // A topic with any policy of its own has lost the default one, which let CloudWatch in.
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  const address = toldAddress();
  if (address !== 'nobody') topic.addSubscription(new EmailSubscription(address));
  return topic;
}

/** Alarms that reach nobody are worse than none, so going without has to be said. */
function toldAddress(): string {
  const address = process.env['ALARMS_MAIL'];
  if (address) return address;
  throw new Error(
    `${productionBranch} is the production branch, and its alarms have nobody to tell. ` +
      'Set ALARMS_MAIL to an email address, or to "nobody": docs/deploy.md says where.',
  );
}
