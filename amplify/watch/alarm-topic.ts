import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { productionBranch } from '../production.ts';

/**
 * Sends alarms to the address in `ALARMS_MAIL`, once its owner has confirmed AWS's first mail. The topic is not
 * encrypted with SNS's own key, because CloudWatch cannot publish with it and alarms would be lost silently.
 */
export function alarmTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  // A policy of our own replaces the default one, which allows CloudWatch to publish.
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  const address = alarmAddress();
  if (address !== 'nobody') topic.addSubscription(new EmailSubscription(address));
  return topic;
}

/** Alarms that reach nobody are worse than none, so a deployment must say `nobody` on purpose. */
function alarmAddress(): string {
  const address = process.env['ALARMS_MAIL'];
  if (address) return address;
  throw new Error(
    `${productionBranch} is the production branch, and its alarms have no recipient. ` +
      'Set ALARMS_MAIL to an email address, or to "nobody": docs/deploy.md says where.',
  );
}
