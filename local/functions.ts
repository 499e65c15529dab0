import type { Database } from './database.ts';
import { createFunction, type LambdaFunction } from './lambda/function.ts';
import { lambdaSettingsFrom } from './lambda/lambda-settings.ts';
import type { Backend } from './template/resolve.ts';

export type Functions = {
  readonly byName: ReadonlyMap<string, LambdaFunction>;
  close(): Promise<void>;
};

type Setting = {
  readonly backend: Backend;
  readonly database: Pick<Database, 'environmentFor'>;
  readonly log: (line: string) => void;
};

/** Every Lambda function of the backend, each running the bundle that would deploy. */
export function createFunctions({ backend, database, log }: Setting): Functions {
  const byName = new Map<string, LambdaFunction>();
  for (const resource of backend.resources) {
    if (resource.type !== 'AWS::Lambda::Function') continue;
    const environment = database.environmentFor(resource.id);
    const settings = lambdaSettingsFrom(resource, backend.bundleFolderOf(resource), environment);
    byName.set(resource.id, createFunction(settings, { log }));
  }
  return {
    byName,
    async close() {
      await Promise.all([...byName.values()].map((it) => it.close()));
    },
  };
}
