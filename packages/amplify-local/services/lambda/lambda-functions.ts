import { createFunction, type LambdaFunction } from './lambda-function.ts';
import { lambdaSettingsFrom } from './lambda-settings.ts';
import { secretsOf } from './function-secrets.ts';
import { readerOf } from '../../template/property-reader.ts';
import { arn } from '../../template/arn.ts';
import type { Properties, Resource } from '../../template/resource.ts';
import type { Backend } from '../../template/resolve-backend.ts';

export type Functions = {
  readonly byName: ReadonlyMap<string, LambdaFunction>;
  close(): Promise<void>;
};

type Setting = {
  readonly backend: Backend;
  /** The credentials of a function, and the addresses of the services that it calls. */
  readonly environmentFor: (functionName: string) => Readonly<Record<string, string>>;
  /** Variables to change in a function's environment, so that it calls what runs locally. */
  readonly redirect: (variables: Properties) => Readonly<Record<string, string>>;
  /** The Parameter Store that functions read secrets from. Without one, every secret has a fixed local value. */
  readonly parametersUrl?: string;
  readonly log: (line: string) => void;
};

/** Every Lambda function of the backend, each running the bundle that would be deployed. */
export function createFunctions({
  backend,
  environmentFor,
  redirect,
  parametersUrl,
  log,
}: Setting): Functions {
  const byName = new Map<string, LambdaFunction>();
  for (const resource of backend.resources) {
    if (resource.type !== 'AWS::Lambda::Function' || isProvider(resource, backend)) continue;
    const settings = lambdaSettingsFrom(resource, backend.bundleFolderOf(resource), {
      ...environmentFor(resource.id),
      ...secretsOf(resource, { resources: backend.resources, parametersUrl }),
      ...redirect(readerOf(resource).object('Environment.Variables')),
    });
    byName.set(resource.id, createFunction(settings, { log }));
  }
  return {
    byName,
    async close() {
      await Promise.all([...byName.values()].map((it) => it.close()));
    },
  };
}

/** Whether only CloudFormation calls it, for a custom resource. What those do is built in here. */
function isProvider({ id }: Resource, { resources }: Backend): boolean {
  return resources.some((it) => it.properties['ServiceToken'] === arn('lambda', `function:${id}`));
}
