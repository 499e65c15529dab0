import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { streetMap, type StreetMap } from '../../brand/street-map.ts';
import { anyFormAsksFor, anyFormAsksForFiles } from './asks-for.ts';
import { readOutputs, type Outputs } from './outputs-plugin.ts';

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
            content: policyFor(readOutputs(), {
              scripts: inlineScriptsIn(html),
              hasCodeReader: await anyFormAsksFor('barcode'),
              hasFiles: await anyFormAsksForFiles(),
              hasSounds: await anyFormAsksFor('audio'),
              streets: (await anyFormAsksFor('location')) ? streetMap : undefined,
            }),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

type Needs = {
  /** Inline scripts, each allowed by its hash. */
  readonly scripts?: readonly string[];
  /** Whether WebAssembly may be compiled, which reads barcodes where the browser cannot. */
  readonly hasCodeReader?: boolean;
  /** Whether files are sent, and shown before and after that. */
  readonly hasFiles?: boolean;
  /** Whether recordings are played from the device. */
  readonly hasSounds?: boolean;
  /** A map from elsewhere. */
  readonly streets?: StreetMap | undefined;
};

export function policyFor(
  { auth, custom }: Outputs,
  { scripts = [], hasCodeReader = false, hasFiles = false, hasSounds = false, streets }: Needs = {},
): string {
  const hashes = scripts.map(
    (it) => ` 'sha256-${createHash('sha256').update(it).digest('base64')}'`,
  );
  const cognito = custom.userPoolEndpoint ?? `https://cognito-idp.${auth.aws_region}.amazonaws.com`;
  const { style, darkStyle = style, origins: tiles = [] } = streets ?? {};
  const files = hasFiles ? (custom.storageEndpoint ?? custom.filesEndpoint) : undefined;
  const addresses = [custom.API.formstead.endpoint, cognito, files, style, darkStyle, ...tiles];
  const origins = addresses.flatMap((url) => (url === undefined ? [] : [new URL(url).origin]));
  return [
    "default-src 'none'",
    `script-src 'self'${hasCodeReader ? " 'wasm-unsafe-eval'" : ''}${hashes.join('')}`,
    "style-src 'self'",
    `img-src 'self' data:${hasFiles ? [' blob:', files ?? ''].join(' ').trimEnd() : ''}`,
    ...(hasSounds ? ['media-src blob:'] : []),
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${[...new Set(origins)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    // Strings are never used as scripts or HTML, except that `default` allows two scripts to be loaded by their
    // URLs: src/device/trusted-scripts.ts.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function inlineScriptsIn(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
}
