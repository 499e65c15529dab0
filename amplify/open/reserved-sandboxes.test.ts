import { App, Stack } from 'aws-cdk-lib';
import { CfnFunction, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { expect, onTestFinished, test, vi } from 'vitest';
import { reserveSandboxes } from './resource.ts';

function reservedIn(branch: string, sandboxes: string, hasOpenForms: boolean) {
  vi.stubEnv('OPEN_SANDBOXES', sandboxes);
  onTestFinished(() => void vi.unstubAllEnvs());
  const context = { 'amplify-backend-type': 'branch', 'amplify-backend-name': branch };
  const handler = new LambdaFunction(new Stack(new App({ context })), 'open', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('export const handler = () => {};'),
  });
  reserveSandboxes(handler, { hasOpenForms });
  const { defaultChild } = handler.node;
  return defaultChild instanceof CfnFunction && defaultChild.reservedConcurrentExecutions;
}

test('production reserves the sandboxes that were chosen', () => {
  expect(reservedIn('main', '50', true)).toBe(50);
  expect(reservedIn('main', 'none', true)).toBeUndefined();
  expect(reservedIn('pr-7', '50', true)).toBeUndefined();
});

test('nobody has to choose without an open form, and everybody with one', () => {
  expect(reservedIn('main', '', false)).toBeUndefined();
  for (const sandboxes of ['', '0', 'many', '-1'])
    expect(() => reservedIn('main', sandboxes, true)).toThrow('OPEN_SANDBOXES');
});
