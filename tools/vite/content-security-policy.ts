import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { streetMap, type StreetMap } from '../../brand/street-map.ts';
import { anyFormAsksFor, anyFormAsksForFiles, anyFormAsksForLocations } from './asks-for.ts';
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
              scripts: inlined(html, 'script'),
              styles: inlined(html, 'style'),
              hasCodeReader: await anyFormAsksFor('barcode'),
              hasFiles: await anyFormAsksForFiles(),
              hasSounds: await anyFormAsksFor('audio'),
              streets: (await anyFormAsksForLocations()) ? streetMap : undefined,
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
  /** Inline styles, of prerendered pages, each allowed by its hash. */
  readonly styles?: readonly string[];
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
  {
    scripts = [],
    styles = [],
    hasCodeReader = false,
    hasFiles = false,
    hasSounds = false,
    streets,
  }: Needs = {},
): string {
  const cognito = custom.userPoolEndpoint ?? `https://cognito-idp.${auth.aws_region}.amazonaws.com`;
  const { style, darkStyle = style, origins: tiles = [] } = streets ?? {};
  const files = hasFiles ? (custom.storageEndpoint ?? custom.filesEndpoint) : undefined;
  const addresses = [custom.API.formstead.endpoint, cognito, files, style, darkStyle, ...tiles];
  const origins = addresses.flatMap((url) => (url === undefined ? [] : [new URL(url).origin]));
  return [
    "default-src 'none'",
    `script-src 'self'${hasCodeReader ? " 'wasm-unsafe-eval'" : ''}${hashes(scripts)}`,
    `style-src 'self'${hashes(styles)}`,
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

function hashes(texts: readonly string[]): string {
  const each = texts.map((it) => createHash('sha256').update(it).digest('base64'));
  return [...new Set(each)].map((it) => ` 'sha256-${it}'`).join('');
}

function inlined(html: string, tag: 'script' | 'style'): string[] {
  const pattern = { script: /<script>([^]*?)<\/script>/g, style: /<style>([^]*?)<\/style>/g }[tag];
  return [...html.matchAll(pattern)].map(([, text = '']) => text);
}
