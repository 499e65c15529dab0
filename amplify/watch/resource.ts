import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { isProduction } from '../production.ts';
import { productionAlarms, undeliveredMailAlarm } from './alarm-definitions.ts';
import { addDashboard } from './dashboard.ts';
import { alarmTopic } from './alarm-topic.ts';
import type { WatchedResources } from './watched-resources.ts';

/**
 * Every backend has an alarm for undelivered mail. The production branch also has alarms for everything that
 * people would notice, a topic that mails them to somebody, and a dashboard.
 */
export function watch(scope: Construct, watched: WatchedResources): void {
  const undelivered = undeliveredMailAlarm(scope, watched.undelivered);
  if (!isProduction(scope)) return;
  const alarms = [undelivered, ...productionAlarms(scope, watched)];
  const notify = new SnsAction(alarmTopic(scope));
  for (const alarm of alarms) {
    alarm.addAlarmAction(notify);
    alarm.addOkAction(notify);
  }
  addDashboard(scope, watched, alarms);
}
