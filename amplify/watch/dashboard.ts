import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type Alarm,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Watched } from './watched.ts';

/** The state of every alarm, and what it is about as it went over the last day. */
export function drawDashboard(
  scope: Construct,
  { api, handleApi, handleMail, entries, undelivered }: Watched,
  alarms: readonly Alarm[],
): void {
  const { deploymentStage: stage } = api;
  const latency = (statistic: string) => stage.metricLatency({ statistic, label: statistic });
  const dashboard = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(1) });
  dashboard.addWidgets(
    new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 }),
  );
  dashboard.addWidgets(
    graph('Requests, and those refused and failed', [
      stage.metricCount({ statistic: 'sum' }),
      stage.metricClientError({ statistic: 'sum' }),
      stage.metricServerError({ statistic: 'sum' }),
    ]),
    graph('Milliseconds until the answer', [latency('p50'), latency('p99')]),
    graph('The functions at once, and turned away', [
      handleApi.metric('ConcurrentExecutions', { statistic: 'max', label: 'API' }),
      handleApi.metricThrottles({ label: 'API, turned away' }),
      handleMail.metricThrottles({ label: 'mail, turned away' }),
    ]),
  );
  dashboard.addWidgets(
    graph('Units written and read', [
      entries.metricConsumedWriteCapacityUnits({ statistic: 'sum' }),
      entries.metricConsumedReadCapacityUnits({ statistic: 'sum' }),
    ]),
    graph('Milliseconds that mail is behind', [
      handleMail.metric('IteratorAge', { statistic: 'max', label: 'the oldest entry' }),
    ]),
    graph('Mail given up', [
      undelivered.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
    ]),
  );
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, leftYAxis: { min: 0 } });
}
