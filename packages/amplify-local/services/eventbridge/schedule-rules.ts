import { account, arn } from '../../template/arn.ts';
import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import { deployedOnlySources } from './deployed-only.ts';
import { scheduleFrom, type Schedule } from './schedule-expression.ts';

/** An `AWS::Events::Rule` that calls functions by the clock. */
export type ScheduleRule = {
  readonly id: string;
  readonly runsIn: Schedule;
  readonly targets: readonly { readonly functionName: string; readonly input: object }[];
};

/** The backend's rules that are switched on. Throws if one may not call its function. */
export function scheduleRulesOf(resources: readonly Resource[]): readonly ScheduleRule[] {
  return resources
    .filter(({ type }) => type === 'AWS::Events::Rule')
    .flatMap((resource) => {
      const rule = readerOf(resource);
      if (isForDeployedOnly(rule)) {
        for (const target of rule.each('Targets')) functionOf(target, { resources, resource });
        return [];
      }
      rule.nothingBut(['Description', 'Name', 'ScheduleExpression', 'State', 'Tags', 'Targets']);
      const runsIn = scheduleFrom(rule.requiredText('ScheduleExpression'));
      const targets = rule.each('Targets').map((target) => {
        target.nothingBut(['Arn', 'Id', 'Input']);
        const functionName = functionOf(target, { resources, resource });
        const input = JSON.parse(target.text('Input') ?? '{}') as object;
        return { functionName, input };
      });
      const state = rule.only('State', undefined, 'ENABLED', 'DISABLED');
      return state === 'DISABLED' ? [] : [{ id: resource.id, runsIn, targets }];
    });
}

function isForDeployedOnly(rule: Reader): boolean {
  const sources = rule.texts('EventPattern.source') ?? [];
  return sources.length > 0 && sources.every((it) => deployedOnlySources.includes(it));
}

type RuleOfBackend = { readonly resources: readonly Resource[]; readonly resource: Resource };

/** The name of the function that a rule calls. Throws if it may not. */
function functionOf(target: Reader, { resources, resource }: RuleOfBackend): string {
  const functionName = target.requiredText('Arn').split(':function:')[1];
  if (functionName === undefined) return target.refuse('Arn', 'is no function');
  refuseUnpermitted(resources, resource, functionName);
  return functionName;
}

/** In AWS the rule would run, and nothing would happen. */
function refuseUnpermitted(
  resources: readonly Resource[],
  { id, path }: Resource,
  functionName: string,
): void {
  const isPermitted = resources
    .filter(({ type }) => type === 'AWS::Lambda::Permission')
    .map(readerOf)
    .some(
      (it) =>
        it.text('Principal') === 'events.amazonaws.com' &&
        it.text('Action') === 'lambda:InvokeFunction' &&
        [functionName, arn('lambda', `function:${functionName}`)].includes(
          it.text('FunctionName') ?? '',
        ) &&
        [undefined, arn('events', `rule/${id}`)].includes(it.text('SourceArn')) &&
        (it.text('SourceAccount') ?? account) === account,
    );
  if (!isPermitted)
    throw new Error(
      `${path} may not call ${functionName}: there is no AWS::Lambda::Permission for events.amazonaws.com.`,
    );
}
