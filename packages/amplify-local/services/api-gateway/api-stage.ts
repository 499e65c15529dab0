import type { Reader } from '../../template/property-reader.ts';
import type { Throttle } from './throttle.ts';

export type Stage = {
  readonly name: string;
  readonly deploymentId: string;
  readonly throttle: Throttle | undefined;
};

export function stageFrom(stage: Reader): Stage {
  stage.nothingBut([
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
    name: stage.requiredText('StageName'),
    deploymentId: stage.requiredText('DeploymentId'),
    throttle: throttleOf(stage),
  };
}

/** The throttle for all methods of the stage. Settings for single methods are refused. */
function throttleOf(stage: Reader): Throttle | undefined {
  const [settings, ...others] = stage.each('MethodSettings');
  if (!settings) return undefined;
  if (others.length > 0) stage.refuse('MethodSettings', 'are for more than one kind of method');
  settings.nothingBut([
    'DataTraceEnabled',
    'HttpMethod',
    'LoggingLevel',
    'MetricsEnabled',
    'ResourcePath',
    'ThrottlingBurstLimit',
    'ThrottlingRateLimit',
  ]);
  settings.only('ResourcePath', '/*');
  settings.only('HttpMethod', '*');
  if (!settings.has('ThrottlingRateLimit') && !settings.has('ThrottlingBurstLimit'))
    return undefined;
  return {
    ratePerSecond: settings.requiredNumber('ThrottlingRateLimit'),
    burst: settings.requiredNumber('ThrottlingBurstLimit'),
  };
}
