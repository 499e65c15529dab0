import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { isProduction } from '../production.ts';
import { productionAlarms, undeliveredMailAlarm } from './alarms.ts';
import { drawDashboard } from './dashboard.ts';
import { alarmTopic } from './topic.ts';
import type { Watched } from './watched.ts';

/**
 * Mail that was given up is an alarm everywhere. On the production branch so is whatever people would
 * notice, somebody is written to about all of it, and a dashboard shows it.
 */
export function watch(scope: Construct, watched: Watched): void {
  const undelivered = undeliveredMailAlarm(scope, watched.undelivered);
  if (!isProduction(scope)) return;
  const alarms = [undelivered, ...productionAlarms(scope, watched)];
  const tell = new SnsAction(alarmTopic(scope));
  for (const alarm of alarms) {
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
  }
  drawDashboard(scope, watched, alarms);
}
