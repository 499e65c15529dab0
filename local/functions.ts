import type { Database } from './database.ts';
import { createFunction, type LambdaFunction } from './lambda/function.ts';
import { lambdaSettingsFrom } from './lambda/lambda-settings.ts';
import { secretsOf } from './lambda/secrets.ts';
import { readerOf } from './template/reader.ts';
import type { Resource } from './template/resource.ts';
import type { Backend } from './template/resolve.ts';

export type Functions = {
  readonly byName: ReadonlyMap<string, LambdaFunction>;
  close(): Promise<void>;
};

type Setting = {
  readonly backend: Backend;
  readonly database: Pick<Database, 'environmentFor'>;
  /** Where the email API is, in the place of Resend's. */
  readonly mailUrl: string;
  /** Where functions ask for their secrets; unsaid, every secret is given one that is good for this desk. */
  readonly parametersUrl?: string;
  readonly log: (line: string) => void;
};

/** Every Lambda function of the backend, each running the bundle that would deploy. */
export function createFunctions({
  backend,
  database,
  mailUrl,
  parametersUrl,
  log,
}: Setting): Functions {
  const byName = new Map<string, LambdaFunction>();
  for (const resource of backend.resources) {
    if (resource.type !== 'AWS::Lambda::Function') continue;
    const settings = lambdaSettingsFrom(resource, backend.bundleFolderOf(resource), {
      ...database.environmentFor(resource.id),
      ...secretsOf(resource, { resources: backend.resources, parametersUrl }),
      ...pointedAt(mailUrl, resource),
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

/** A variable that points at Resend points at the inbox here. */
function pointedAt(mailUrl: string, lambda: Resource): Record<string, string> {
  const variables = Object.entries(readerOf(lambda).object('Environment.Variables'));
  const ours = variables.filter(([, value]) => value === 'https://api.resend.com');
  return Object.fromEntries(ours.map(([name]) => [name, mailUrl]));
}
