import { decide } from '../iam/evaluate-policy.ts';
import { statementsOf } from '../iam/role-statements.ts';
import { arn } from '../../template/arn.ts';
import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

/** The value of every secret locally. Real keys are never needed here. */
const localSecret = 'local';

/** The variable in which Amplify's code in a bundle finds the names of secrets and their parameters. */
const config = 'AMPLIFY_SSM_ENV_CONFIG';

type Parameters = {
  readonly [variable: string]: { readonly path: string; readonly sharedPath: string };
};

type Setting = {
  readonly resources: readonly Resource[];
  /** The address of a Parameter Store for functions, if there is one. */
  readonly parametersUrl?: string | undefined;
};

/**
 * The variables a function needs to get its secrets. The bundle fetches them from Parameter Store while it
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
  const secrets = Object.entries(parameters);
  if (secrets.length === 0) return {};
  const statements = statementsOf(reader.requiredText('Role'), resources);
  for (const path of secrets.flatMap(([, it]) => [it.path, it.sharedPath])) {
    const decision = decide(statements, 'ssm:GetParameters', arn('ssm', `parameter${path}`));
    if (!decision.allowed)
      throw new Error(`${lambda.id} may not read its secret ${path}, ${decision.because}.`);
  }
  if (parametersUrl !== undefined) return { AWS_ENDPOINT_URL_SSM: parametersUrl };
  return {
    ...Object.fromEntries(secrets.map(([name]) => [name, localSecret])),
    [config]: '{}',
  };
}
