/** What AWS's checklists find in one deployment of the backend, as JSON. Run by `prove-nag.ts`, once for each. */
import { writeFileSync } from 'node:fs';
import type { Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Finding } from './acknowledged.ts';

const [into = ''] = process.argv.slice(2);
// Not imported by its path: the checks are no reason to compile the backend with the tools.
const file = String(new URL('../../amplify/backend.ts', import.meta.url));
const { backend } = (await import(file)) as { backend: { stack: Stack } };
const { root } = backend.stack.node;
const findings: readonly Finding[] = [new AwsSolutionsChecks(), new ServerlessChecks()]
  .flatMap((pack) => pack.validateScope(root).violations)
  .flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => ({
      rule: ruleName,
      // Without the stack's own name, which every deployment has another of.
      path: constructPath.replace(/^[^/]*\//, ''),
      says: description,
    })),
  );
writeFileSync(into, JSON.stringify(findings));
// Nothing is to be written of the synthesis that CDK would begin now.
process.exit();
