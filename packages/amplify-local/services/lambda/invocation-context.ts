import type { LambdaSettings } from './lambda-settings.ts';

/** The second argument of a handler: information about its invocation. */
export function createContext(settings: LambdaSettings, awsRequestId: string) {
  const deadline = Date.now() + settings.timeoutSeconds * 1000;
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${settings.name}`,
    memoryLimitInMB: String(settings.memoryMegabytes),
    logGroupName: `/aws/lambda/${settings.name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
