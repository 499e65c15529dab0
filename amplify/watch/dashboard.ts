import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type Alarm,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { WatchedResources } from './watched-resources.ts';

/** Shows the state of every alarm, and the metrics behind them over the last day. */
export function addDashboard(
  scope: Construct,
  { api, apiFunction, mailFunction, entries, undelivered }: WatchedResources,
  alarms: readonly Alarm[],
): void {
  const { deploymentStage: stage } = api;
  const latency = (statistic: string) => stage.metricLatency({ statistic, label: statistic });
  const dashboard = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(1) });
  dashboard.addWidgets(
    new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 }),
  );
  dashboard.addWidgets(
    graph('Requests, client errors and server errors', [
      stage.metricCount({ statistic: 'sum' }),
      stage.metricClientError({ statistic: 'sum' }),
      stage.metricServerError({ statistic: 'sum' }),
    ]),
    graph('API latency (ms)', [latency('p50'), latency('p99')]),
    graph('Concurrent and throttled functions', [
      apiFunction.metric('ConcurrentExecutions', { statistic: 'max', label: 'API' }),
      apiFunction.metricThrottles({ label: 'API, throttled' }),
      mailFunction.metricThrottles({ label: 'mail, throttled' }),
    ]),
  );
  dashboard.addWidgets(
    graph('Table units written and read', [
      entries.metricConsumedWriteCapacityUnits({ statistic: 'sum' }),
      entries.metricConsumedReadCapacityUnits({ statistic: 'sum' }),
    ]),
    graph('Delay of mail (ms)', [
      mailFunction.metric('IteratorAge', { statistic: 'max', label: 'the oldest entry' }),
    ]),
    graph('Undelivered mail', [
      undelivered.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
    ]),
  );
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, leftYAxis: { min: 0 } });
}
