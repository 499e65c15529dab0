import { Duration } from 'aws-cdk-lib';
import { CfnFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { plainFunction } from '../plain-function.ts';
import { isProduction } from '../production.ts';

/**
 * The function behind the routes without an account. A function of its own, so that whoever attacks an open form
 * occupies none of the sandboxes that serve people with an account, and so that it has no rights to files.
 */
export const open = plainFunction('open', {
  folder: import.meta.dirname,
  group: 'api',
  memorySize: 512,
  timeout: Duration.seconds(10),
});

/**
 * Reserves sandboxes for the function that serves devices without an account, in production: it may use no more, and
 * more requests are refused and sent again. Without an open form nobody has to decide, as a new AWS account has only
 * ten sandboxes in all, and a reservation takes them from the other functions.
 */
export function reserveSandboxes(
  handler: IFunction,
  { hasOpenForms }: { readonly hasOpenForms: boolean },
): void {
  if (!isProduction(handler)) return;
  const wanted = process.env['OPEN_SANDBOXES'] ?? '';
  if (wanted === 'none' || (wanted === '' && !hasOpenForms)) return;
  const { defaultChild } = handler.node;
  if (!/^[1-9]\d{0,4}$/.test(wanted) || !(defaultChild instanceof CfnFunction))
    throw new Error(
      'A form can be filled in without an account, so set OPEN_SANDBOXES to the number of requests without an account that are served at once, such as 50, or to none: docs/deploy.md.',
    );
  defaultChild.reservedConcurrentExecutions = Number(wanted);
}
