import { decide } from '../iam/evaluate.ts';
import { statementsOf } from '../iam/role.ts';
import { arn } from '../template/arn.ts';
import { readerOf } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';

/** What every secret is on this desk. No real key is ever needed here. */
const localSecret = 'local';

/** Where Amplify's own code in a bundle finds which variables are secrets, and under which parameters. */
const config = 'AMPLIFY_SSM_ENV_CONFIG';

type Parameters = {
  readonly [variable: string]: { readonly path: string; readonly sharedPath: string };
};

type Setting = {
  readonly resources: readonly Resource[];
  /** A Parameter Store for functions to ask; undefined where there is none. */
  readonly parametersUrl?: string | undefined;
};

/**
 * What a function needs to come by its secrets. The bundle asks Parameter Store for them while it loads, if there
 * is one; if not it finds them in its variables, and nothing to ask for. Its role must have the right to ask, as in AWS.
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
