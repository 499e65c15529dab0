import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Metric,
  TreatMissingData,
  type CreateAlarmOptions,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Scanner } from '../files/scanner/resource.ts';
import type { WatchedResources } from './watched-resources.ts';

const period = Duration.minutes(5);

/** The operations that our functions use. */
const operations = [
  Operation.PUT_ITEM,
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.UPDATE_ITEM,
  Operation.QUERY,
  Operation.TRANSACT_WRITE_ITEMS,
];

export function undeliveredMailAlarm(scope: Construct, undelivered: Queue): Alarm {
  const text = 'Mail was given up. docs/mail.md says how to send it again.';
  return failureAlarm(scope, 'UndeliveredMailAlarm', undelivered, text);
}

export function unerasedFilesAlarm(scope: Construct, unerased: Queue): Alarm {
  const text = 'Files that somebody erased are still there. docs/security.md says what to do.';
  return failureAlarm(scope, 'UnerasedFilesAlarm', unerased, text);
}

export function uncountedChangesAlarm(scope: Construct, uncounted: Queue): Alarm {
  const text = 'Changes were not counted. The next recount counts them: docs/deploy.md.';
  return failureAlarm(scope, 'UncountedChangesAlarm', uncounted, text);
}

export function unrecordedScansAlarm(scope: Construct, unrecorded: Queue): Alarm {
  const text =
    'Results of malware scans were not recorded, so files stay closed. docs/deploy.md says what to do.';
  return failureAlarm(scope, 'UnrecordedScansAlarm', unrecorded, text);
}

function failureAlarm(scope: Construct, id: string, failures: Queue, text: string): Alarm {
  return failures
    .metricApproximateNumberOfMessagesVisible({ period, statistic: 'max' })
    .createAlarm(scope, id, atLeast(1, text));
}

/**
 * Without scans they are seven. With those of undelivered mail, unerased files and uncounted changes these are ten, as
 * many as are free.
 */
export function productionAlarms(
  scope: Construct,
  { api, apiFunction, countsFunction, mailFunction, entries, scans }: WatchedResources,
): readonly Alarm[] {
  const { deploymentStage: stage } = api;
  return [
    stage
      .metricServerError({ period, statistic: 'sum' })
      .createAlarm(scope, 'ApiFails', atLeast(1, 'The API answered with a 5xx.')),
    stage.metricLatency({ period, statistic: 'p99' }).createAlarm(scope, 'ApiIsSlow', {
      ...atLeast(3000, 'One request in a hundred took 3 s or longer, for a quarter of an hour.'),
      evaluationPeriods: 3,
    }),
    apiFunction
      .metricThrottles({ period })
      .createAlarm(scope, 'ApiIsThrottled', atLeast(1, 'Lambda throttled the API function.')),
    mailFunction
      .metricThrottles({ period })
      .createAlarm(scope, 'MailIsThrottled', atLeast(1, 'Lambda throttled the mail function.')),
    mailFunction
      .metric('IteratorAge', { period, statistic: 'max' })
      .createAlarm(
        scope,
        'MailIsLate',
        atLeast(Duration.hours(1).toMilliseconds(), 'An entry has waited an hour for its mail.'),
      ),
    countsFunction
      .metricErrors({ period })
      .createAlarm(scope, 'CountingFails', atLeast(1, 'Counting, or the nightly recount, failed.')),
    new Alarm(scope, 'TableIsThrottled', {
      metric: entries.metricThrottledRequestsForOperations({ operations, period }),
      ...atLeast(1, 'The table throttled requests.'),
    }),
    ...(scans ? [failingScansAlarm(scope, scans)] : []),
  ];
}

/** GuardDuty counts them by itself. */
function failingScansAlarm(scope: Construct, { plan, bucket }: Scanner): Alarm {
  const text = 'GuardDuty could not scan files, which stay closed. docs/deploy.md says what to do.';
  return new Metric({
    namespace: 'AWS/GuardDuty/MalwareProtection',
    metricName: 'FailedScanCount',
    dimensionsMap: { 'Malware Protection Plan Id': plan.ref, 'Resource Name': bucket.bucketName },
    period,
    statistic: 'sum',
  }).createAlarm(scope, 'ScansFail', atLeast(1, text));
}

/** Missing data does not raise an alarm: at night nobody sends anything. */
function atLeast(threshold: number, alarmDescription: string): CreateAlarmOptions {
  return {
    alarmDescription,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  };
}
