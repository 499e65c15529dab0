import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { readOutputs, type Outputs } from './outputs.ts';

/**
 * Writes into the built page what it may load and whom it may talk to: itself, its API and its user
 * pool. In the page and not in a header, because only the build knows those two.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'formstead:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: policyFor(readOutputs(), inlineScriptsIn(html)),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** @param scripts in the page itself, each allowed as it is and no other */
export function policyFor({ auth, custom }: Outputs, scripts: readonly string[] = []): string {
  const hashes = scripts.map(
    (it) => ` 'sha256-${createHash('sha256').update(it).digest('base64')}'`,
  );
  const cognito = custom.userPoolEndpoint ?? `https://cognito-idp.${auth.aws_region}.amazonaws.com`;
  const origins = [custom.API.formstead.endpoint, cognito].map((url) => new URL(url).origin);
  return [
    "default-src 'none'",
    `script-src 'self'${hashes.join('')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${[...new Set(origins)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    // Text is never made into a script or a page; `default` lets one script be loaded by its address.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function inlineScriptsIn(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
}
