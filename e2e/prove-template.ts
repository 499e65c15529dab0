/**
 * `npm run prove:template`: AWS's own offline linter on every template of production, of a preview and of a
 * sandbox. An error fails, and so does a circle of stacks, of which the linter only warns; a planted one
 * shows that it would be found.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly, type Template } from '../local/template/assembly.ts';
import { synthesize } from '../local/template/synthesize.ts';

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

/** The one that CDK brings and runs itself. */
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
const engine = new CompositeEngine();
const folder = mkdtempSync(join(tmpdir(), 'formstead-templates-'));
const found: (Diagnostic & { readonly where: string })[] = [];
let templates = 0;
let isAlive = true;
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
  isAlive &&= findsCircle(readAssembly(assembly).root.template);
}
rmSync(folder, { recursive: true });

const isError = ({ ruleId, severity }: Diagnostic) =>
  ruleId === circle || /^(ERROR|FATAL)$/.test(severity);
const errors = found.filter(isError);
const warnings = found.filter((it) => !isError(it) && it.severity === 'WARN');
for (const { ruleId, where, message } of errors) say(`✗ ${ruleId} in ${where}: ${message}`);
for (const line of new Set(warnings.map(({ ruleId, message }) => `  ${ruleId}: ${message}`)))
  say(line);
say(
  `\n${templates} templates of ${deployments.length} deployments, ${engine.listRules().length} rules: ` +
    `${errors.length} errors, ${warnings.length} warnings; ` +
    `a planted circle of stacks is ${isAlive ? `found (${circle})` : 'NOT FOUND'}`,
);
process.exitCode = errors.length > 0 || !isAlive ? 1 : 0;

/** The first two nested stacks, each made to wait for the other. */
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
