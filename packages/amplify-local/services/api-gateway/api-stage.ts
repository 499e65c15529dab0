import type { Reader } from '../../template/property-reader.ts';
import type { Throttle } from './throttle.ts';

/** The key of the throttle for all methods. */
export const everyMethod = '*';

export type Stage = {
  readonly name: string;
  readonly deploymentId: string;
  /** By method and path, such as `POST /{form}`; `everyMethod` for those without one of their own. */
  readonly throttles: ReadonlyMap<string, Throttle>;
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
    throttles: throttlesOf(stage),
  };
}

/** Each setting's throttle, by the method that it is for. */
function throttlesOf(stage: Reader): ReadonlyMap<string, Throttle> {
  const all = stage.each('MethodSettings').map((it) => [methodNameOf(it), throttleOf(it)] as const);
  if (new Set(all.map(([name]) => name)).size < all.length)
    stage.refuse('MethodSettings', 'are more than one for the same method');
  return new Map(all.flatMap(([name, throttle]) => (throttle ? [[name, throttle] as const] : [])));
}

function throttleOf(settings: Reader): Throttle | undefined {
  settings.nothingBut([
    'DataTraceEnabled',
    'HttpMethod',
    'LoggingLevel',
    'MetricsEnabled',
    'ResourcePath',
    'ThrottlingBurstLimit',
    'ThrottlingRateLimit',
  ]);
  if (!settings.has('ThrottlingRateLimit') && !settings.has('ThrottlingBurstLimit'))
    return undefined;
  return {
    ratePerSecond: settings.requiredNumber('ThrottlingRateLimit'),
    burst: settings.requiredNumber('ThrottlingBurstLimit'),
  };
}

/** API Gateway writes the slashes of a path as `~1`: `/~1open~1{form}`. */
function methodNameOf(settings: Reader): string {
  const path = settings.requiredText('ResourcePath');
  const method = settings.requiredText('HttpMethod');
  if ((path === '/*') !== (method === '*'))
    settings.refuse('HttpMethod', 'is neither for all methods of all paths nor for one of one');
  return path === '/*' ? everyMethod : `${method} ${path.slice(1).replaceAll('~1', '/')}`;
}
