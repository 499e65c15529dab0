import { decide } from '../iam/evaluate-policy.ts';
import { statementsOf } from '../iam/role-statements.ts';
import { arn } from '../../template/arn.ts';
import { getOwn } from '../../template/get-own-value.ts';
import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import { referencedName } from './resource-references.ts';

/** The value of a secret locally, unless an environment variable of its name has another one. */
const localSecret = 'local';

/** The variable in which Amplify's code in a bundle finds the names of secrets and their parameters. */
const config = 'AMPLIFY_SSM_ENV_CONFIG';

type Parameters = {
  readonly [variable: string]: { readonly path: string; readonly sharedPath?: string };
};

type Setting = {
  readonly resources: readonly Resource[];
  /** The address of a Parameter Store for functions, if there is one. */
  readonly parametersUrl?: string | undefined;
};

/**
 * The variables a function needs to get its secrets, and the names of resources that it refers to. The bundle fetches them from Parameter Store while it
 * loads, if there is one; otherwise they are set directly. As in AWS, the function's role must allow reading them.
 */
export function secretsOf(
  lambda: Resource,
  { resources, parametersUrl }: Setting,
): Record<string, string> {
  const reader = readerOf(lambda);
  const parameters = JSON.parse(
    reader.text(`Environment.Variables.${config}`) ?? '{}',
  ) as Parameters;
  const all = Object.entries(parameters);
  if (all.length === 0) return {};
  const statements = statementsOf(reader.requiredText('Role'), resources);
  for (const path of all.flatMap(([, it]) => [it.path, it.sharedPath ?? []].flat())) {
    const decision = decide(statements, 'ssm:GetParameters', arn('ssm', `parameter${path}`));
    if (!decision.allowed)
      throw new Error(`${lambda.id} may not read its secret ${path}, ${decision.because}.`);
  }
  const named = all.map(([name, it]) => [name, referencedName(it.path, resources)] as const);
  const references = named.filter(([, value]) => value !== undefined);
  const secrets = all.filter(([name]) => !references.some(([it]) => it === name));
  const given = Object.fromEntries(references) as Record<string, string>;
  if (parametersUrl !== undefined) {
    const rest = references.length > 0 && { [config]: JSON.stringify(Object.fromEntries(secrets)) };
    return { ...given, ...rest, AWS_ENDPOINT_URL_SSM: parametersUrl };
  }
  return {
    ...given,
    ...Object.fromEntries(
      secrets.map(([name]) => [name, getOwn(process.env, name) || localSecret]),
    ),
    [config]: '{}',
  };
}
