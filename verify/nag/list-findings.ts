/** Writes the findings of AWS's checklists in one deployment of the backend as JSON. Run by `verify-nag.ts`. */
import { writeFileSync } from 'node:fs';
import type { Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Finding } from './acknowledged-findings.ts';

const [into = ''] = process.argv.slice(2);
// A dynamic path, so that the backend is not type-checked together with the tools.
const file = String(new URL('../../amplify/backend.ts', import.meta.url));
const { backend } = (await import(file)) as { backend: { stack: Stack } };
const { root } = backend.stack.node;
const findings: readonly Finding[] = [new AwsSolutionsChecks(), new ServerlessChecks()]
  .flatMap((pack) => pack.validateScope(root).violations)
  .flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => ({
      rule: ruleName,
      // Without the name of the stack, which differs between deployments.
      path: constructPath.replace(/^[^/]*\//, ''),
      description,
    })),
  );
writeFileSync(into, JSON.stringify(findings));
// Exits before CDK writes the synthesized files.
process.exit();
