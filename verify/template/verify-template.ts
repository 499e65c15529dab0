/**
 * `npm run verify -- template`: runs AWS's offline linter on every template of production, of a preview and
 * of a sandbox. Errors fail, and so do circular stacks, of which the linter only warns. A planted circle
 * shows that the check works.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly, type Template } from '../../packages/amplify-local/template/assembly.ts';
import { synthesize } from '../../packages/amplify-local/synthesis/synthesize.ts';

type Diagnostic = {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
};
type Linter = {
  readonly TemplateFile: new (path: string) => object;
  readonly TemplateContent: new (content: string, name: string) => object;
  readonly CompositeEngine: new () => {
    validateTemplate(template: object): { readonly diagnostics: readonly Diagnostic[] };
    listRules(): readonly object[];
  };
};

/** The linter that CDK ships and runs itself. */
const { CompositeEngine, TemplateContent, TemplateFile } = createRequire(
  createRequire(import.meta.url).resolve('aws-cdk-lib'),
)('@aws/cloudformation-validate') as Linter;

const circle = 'F3004';
const deployments = [
  { type: 'branch', name: 'main' },
  { type: 'branch', name: 'pr-7' },
  { type: 'sandbox', name: 'local' },
] as const;

process.env['ALARMS_MAIL'] ??= 'alarms@example.com';
process.env['OPEN_REQUESTS_FROM_ADDRESS'] ??= '2000';
process.env['SCAN_FILES'] ??= 'yes';
const engine = new CompositeEngine();
const folder = mkdtempSync(join(tmpdir(), 'formstead-templates-'));
const found: (Diagnostic & { readonly where: string })[] = [];
let templates = 0;
let circleIsFound = true;
for (const deployment of deployments) {
  const assembly = join(folder, deployment.name);
  const synthesis = await synthesize(assembly, deployment);
  if (!synthesis.ok) throw new Error(synthesis.message);
  for (const file of readdirSync(assembly).filter((it) => it.endsWith('template.json'))) {
    templates += 1;
    const where = `${deployment.name} ${file}`;
    const { diagnostics } = engine.validateTemplate(new TemplateFile(join(assembly, file)));
    found.push(...diagnostics.map((it) => ({ ...it, where })));
  }
  circleIsFound &&= findsCircle(readAssembly(assembly).root.template);
}
rmSync(folder, { recursive: true });

const isError = ({ ruleId, severity }: Diagnostic) =>
  ruleId === circle || /^(ERROR|FATAL)$/.test(severity);
const errors = found.filter(isError);
const warnings = found.filter((it) => !isError(it) && it.severity === 'WARN');
for (const { ruleId, where, message } of errors) print(`✗ ${ruleId} in ${where}: ${message}`);
for (const line of new Set(warnings.map(({ ruleId, message }) => `  ${ruleId}: ${message}`)))
  print(line);
print(
  `\n${templates} templates of ${deployments.length} deployments, ${engine.listRules().length} rules: ` +
    `${errors.length} errors, ${warnings.length} warnings; ` +
    `a planted circle of stacks is ${circleIsFound ? `found (${circle})` : 'NOT FOUND'}`,
);
process.exitCode = errors.length > 0 || !circleIsFound ? 1 : 0;

/** Makes the first two nested stacks depend on each other. */
function findsCircle(template: Template): boolean {
  const planted = structuredClone(template) as {
    Resources: Record<string, { Type: string; Properties: { Parameters?: object } }>;
  };
  const stacks = Object.entries(planted.Resources).filter(
    ([, { Type }]) => Type === 'AWS::CloudFormation::Stack',
  );
  const [[one, first], [other, second]] = stacks as [(typeof stacks)[0], (typeof stacks)[0]];
  first.Properties.Parameters = { planted: { 'Fn::GetAtt': [other, 'Outputs.planted'] } };
  second.Properties.Parameters = { planted: { 'Fn::GetAtt': [one, 'Outputs.planted'] } };
  const { diagnostics } = engine.validateTemplate(
    new TemplateContent(JSON.stringify(planted), 'planted'),
  );
  return diagnostics.some(({ ruleId }) => ruleId === circle);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
