import { number, onlyProperties, parts, refuse, text } from '../template/properties.ts';
import type { Resource } from '../template/resource.ts';
import type { Throttle } from './throttle.ts';

export type Stage = {
  readonly name: string;
  readonly deploymentId: string;
  readonly throttle: Throttle | undefined;
};

export function stageFrom(resource: Resource): Stage {
  onlyProperties(resource, [
    'AccessLogSetting',
    'DeploymentId',
    'Description',
    'MethodSettings',
    'RestApiId',
    'StageName',
    'Tags',
    'TracingEnabled',
  ]);
  return {
    name: text(resource, 'StageName'),
    deploymentId: text(resource, 'DeploymentId'),
    throttle: throttleOf(resource),
  };
}

/** What holds for every method of the stage; settings of single methods are refused. */
function throttleOf(stage: Resource): Throttle | undefined {
  const [settings, ...others] = parts(stage, 'MethodSettings');
  if (!settings) return undefined;
  onlyProperties(settings, [
    'DataTraceEnabled',
    'HttpMethod',
    'LoggingLevel',
    'MetricsEnabled',
    'ResourcePath',
    'ThrottlingBurstLimit',
    'ThrottlingRateLimit',
  ]);
  if (others.length > 0 || text(settings, 'ResourcePath') !== '/*') refuse(stage, 'MethodSettings');
  if (text(settings, 'HttpMethod') !== '*') refuse(settings, 'HttpMethod');
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings.properties;
  if (rate === undefined && burst === undefined) return undefined;
  return {
    ratePerSecond: number(settings, 'ThrottlingRateLimit'),
    burst: number(settings, 'ThrottlingBurstLimit'),
  };
}
