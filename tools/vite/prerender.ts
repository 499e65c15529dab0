import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { runnerImport, type Plugin } from 'vite';
import { pathTo } from '../../src/page-paths.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * Prerenders the home page, the first forms and the sign-in page into the built page, with a short script that
 * shows the requested one before the app is loaded. Not for people who are signed in or read another
 * language: their page looks different, and the app is on their device already.
 */
export function prerender(): Plugin {
  return {
    name: 'formstead:prerender',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const pages = Object.entries(await draw(await pathsToDraw()));
        const templates = pages.map(
          ([path, page]) => `<template data-path="${path}">${withoutForms(page)}</template>`,
        );
        const script = `<script>${showPrerendered}</script>`;
        const links = Object.keys(bundle).map(linkTo).join('');
        return html
          .replace('</head>', `${links}</head>`)
          .replace(
            '<div id="app"></div>',
            () => `<div id="app"></div>${templates.join('')}${script}`,
          );
      },
    },
  };
}

/** Inline, since another file would need another round trip. Its hash is in the content security policy. */
const showPrerendered = `{
const {length}=localStorage;let known=/^en\\b/.test(navigator.language)?0:1;
for(let i=0;i<length;i++)if(/^formstead:(person|language)/.test(localStorage.key(i)))known=1;
for(const it of document.querySelectorAll('template[data-path]'))
if(!known&&it.dataset.path===location.pathname)document.getElementById('app').append(it.content);
}`;

/** Before the app is loaded, a form would send what is typed to the page's own address. */
function withoutForms(page: string): string {
  return page
    .replaceAll(/<form\b[^>]*class="([^"]*)"[^>]*>/g, '<div class="$1">')
    .replaceAll('</form>', '</div>');
}

/** Each prerendered form makes the page that everybody loads larger. */
const maxForms = 12;

/** The home page is a chunk of its own, and its prerendered page needs its styles at once. */
function linkTo(file: string): string {
  return /\/home-page-[^/]*\.css$/.test(file) ? `<link rel="stylesheet" href="/${file}">` : '';
}

async function pathsToDraw(): Promise<readonly string[]> {
  const { module } = await runnerImport<typeof import('../../forms/index.ts')>(
    resolve(projectRoot, 'forms/index.ts'),
  );
  const prerendered = module.forms.slice(0, maxForms);
  return [pathTo.home(), pathTo.signIn(), ...prerendered.map(({ id }) => pathTo.fill(id))];
}

async function draw(paths: readonly string[]): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve(import.meta.dirname, 'prerender-process.ts'), ...paths],
    { cwd: projectRoot, maxBuffer: 1e8, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout) as Record<string, string>;
}
