/**
 * `npm run sbom`: writes a bill of materials in CycloneDX, by npm itself, of what is installed from the lock
 * file.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

type Component = { readonly name: string; readonly version: string; readonly purl: string };
type Locked = { readonly version?: string; readonly link?: boolean; readonly optional?: boolean };

const file = '.local/sbom.cdx.json';
const written = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  encoding: 'utf8',
  maxBuffer: 1e8,
  shell: process.platform === 'win32',
});
const { bomFormat, specVersion, components } = JSON.parse(written) as {
  bomFormat: string;
  specVersion: string;
  components: readonly Component[];
};
mkdirSync('.local', { recursive: true });
writeFileSync(file, written);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};
const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
/** Binaries of other platforms are locked but not installed; links are our own replacements. */
const missing = Object.entries(packages)
  .filter(([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional)
  .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`)
  .filter((it) => !it.startsWith('tools/') && !listed.has(it) && !/no-graphql/.test(it));
for (const it of missing) process.stdout.write(`✗ ${it} is locked and not listed\n`);
process.stdout.write(
  `${bomFormat} ${specVersion}: ${components.length} components, ` +
    `${components.filter(({ purl }) => !purl).length} without an address, ${missing.length} missing; ${file}\n`,
);
process.exitCode = missing.length > 0 ? 1 : 0;
