import type { LambdaSettings } from './lambda-settings.ts';

/** The whole `process.env` of a function, with nothing from this machine's. */
export function workerEnvironment(settings: LambdaSettings): Record<string, string> {
  return {
    AWS_REGION: 'us-east-1',
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    LAMBDA_TASK_ROOT: settings.bundleFolder,
    _HANDLER: settings.handler,
    TZ: ':UTC',
    ...settings.environment,
  };
}
