import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { hasBarcode } from './has-barcode.ts';
import { readOutputs, type Outputs } from './outputs-plugin.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * Writes the content security policy into the built page: it may load from and connect to itself, its API and
 * its user pool. In the page and not in a header, because only the build knows the two addresses.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'formstead:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: policyFor(readOutputs(), inlineScriptsIn(html), await readsBarcodes()),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** Whether a form of this deployment asks for a barcode. */
async function readsBarcodes(): Promise<boolean> {
  const listed = await runnerImport<typeof import('../../forms/index.ts')>(
    resolve(projectRoot, 'forms/index.ts'),
  );
  return listed.module.forms.some(hasBarcode);
}

/**
 * @param scripts inline scripts, each allowed by its hash
 * @param hasCodeReader whether WebAssembly may be compiled, which reads barcodes where the browser cannot
 */
export function policyFor(
  { auth, custom }: Outputs,
  scripts: readonly string[] = [],
  hasCodeReader = false,
): string {
  const hashes = scripts.map(
    (it) => ` 'sha256-${createHash('sha256').update(it).digest('base64')}'`,
  );
  const cognito = custom.userPoolEndpoint ?? `https://cognito-idp.${auth.aws_region}.amazonaws.com`;
  const origins = [custom.API.formstead.endpoint, cognito].map((url) => new URL(url).origin);
  return [
    "default-src 'none'",
    `script-src 'self'${hasCodeReader ? " 'wasm-unsafe-eval'" : ''}${hashes.join('')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${[...new Set(origins)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    // Strings are never used as scripts or HTML, except that `default` allows one script to be loaded by its
    // URL.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function inlineScriptsIn(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
}
