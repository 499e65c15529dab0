import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { isProduction } from '../production.ts';
import {
  productionAlarms,
  uncountedChangesAlarm,
  undeliveredMailAlarm,
  unerasedFilesAlarm,
  unrecordedScansAlarm,
} from './alarm-definitions.ts';
import { addDashboard } from './dashboard.ts';
import { alarmTopic } from './alarm-topic.ts';
import type { WatchedResources } from './watched-resources.ts';

/**
 * Every backend has alarms for undelivered mail, for files that were not erased, for changes that were not counted and,
 * if files are scanned, for results that were not recorded. The production branch also has alarms for everything that
 * people would notice, a topic that mails them to somebody, and a dashboard.
 */
export function watch(scope: Construct, watched: WatchedResources): void {
  const undelivered = undeliveredMailAlarm(scope, watched.undelivered);
  const unerased = unerasedFilesAlarm(scope, watched.unerased);
  const uncounted = uncountedChangesAlarm(scope, watched.uncounted);
  const unrecorded = watched.scans && unrecordedScansAlarm(scope, watched.scans.unrecorded);
  if (!isProduction(scope)) return;
  const ofScans = unrecorded ? [unrecorded] : [];
  const alarms = [
    undelivered,
    unerased,
    uncounted,
    ...ofScans,
    ...productionAlarms(scope, watched),
  ];
  const notify = new SnsAction(alarmTopic(scope));
  for (const alarm of alarms) {
    alarm.addAlarmAction(notify);
    alarm.addOkAction(notify);
  }
  addDashboard(scope, watched, alarms);
}
