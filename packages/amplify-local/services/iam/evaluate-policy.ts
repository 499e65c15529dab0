import { conditionResult, type ConditionKeys } from './policy-condition.ts';
import { matches } from './match-pattern.ts';
import type { Statement } from './policy-statement.ts';

/** Whether an action is allowed and, if not, why: the end of AWS's error message. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string };

/**
 * Decides whether the statements allow an action on a resource. An explicit deny wins; without an allow it is
 * denied. An unsupported statement throws: guessing could allow locally what AWS denies.
 * @param conditionKeys what conditions may compare; undefined for what this request lacks
 */
export function decide(
  statements: readonly Statement[],
  action: string,
  resourceArn: string,
  conditionKeys: ConditionKeys = {},
): Decision {
  for (const statement of statements) refuseUnknownElements(statement);
  const applying = statements.filter((it) => applies(it, action, resourceArn, conditionKeys));
  if (applying.some(({ Effect }) => Effect === 'Deny'))
    return { allowed: false, because: 'with an explicit deny in an identity-based policy' };
  if (applying.length > 0) return { allowed: true };
  return {
    allowed: false,
    because: `because no identity-based policy allows the ${action} action`,
  };
}

function applies(
  statement: Statement,
  action: string,
  resourceArn: string,
  conditionKeys: ConditionKeys,
): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const isNamed =
    // Only actions ignore case in IAM.
    covers(lowerCase(Action), lowerCase(NotAction), action.toLowerCase()) &&
    covers(patterns(Resource), patterns(NotResource), resourceArn);
  if (!isNamed || !Condition) return isNamed;
  const [isMet, unsupported] = conditionResult(Condition, conditionKeys);
  if (unsupported === undefined) return isMet;
  throw new Error(
    `IAM condition ${unsupported} on ${action} is not supported locally (${JSON.stringify(statement)}).`,
  );
}

function covers(named: readonly string[], excepted: readonly string[], value: string): boolean {
  const isAmong = (list: readonly string[]): boolean => list.some((one) => matches(one, value));
  return excepted.length > 0 ? !isAmong(excepted) : isAmong(named);
}

function patterns(of: Statement['Action']): readonly string[] {
  return of === undefined ? [] : [of].flat();
}

function lowerCase(of: Statement['Action']): readonly string[] {
  return patterns(of).map((pattern) => pattern.toLowerCase());
}

const supportedElements = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function refuseUnknownElements(statement: Statement): void {
  const written = JSON.stringify(statement);
  const unknown = Object.keys(statement).find((element) => !supportedElements.includes(element));
  if (unknown !== undefined)
    throw new Error(`IAM element ${unknown} is not supported (${written}).`);
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')
    throw new Error(
      `IAM effect ${String(statement.Effect)} is neither Allow nor Deny (${written}).`,
    );
  if (written.includes('${')) throw new Error(`IAM variables are not supported (${written}).`);
}
