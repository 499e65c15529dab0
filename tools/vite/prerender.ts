import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { runnerImport, type Plugin } from 'vite';

const house = resolve(import.meta.dirname, '../..');

/**
 * Puts the first picture of the first page, of each form and of the sign-in page into the built page, and six lines that show the
 * one that is asked for, so that it is on the screen before the app is loaded. Not to who is signed in or
 * reads another language: their first picture is another one, and the app is on their device already.
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
          ([path, page]) => `<template data-path="${path}">${lifeless(page)}</template>`,
        );
        const script = `<script>${showPicture}</script>`;
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

/** In the page itself: another file would be another journey. Its hash is in the content security policy. */
const showPicture = `{
const {length}=localStorage;let known=/^en\\b/.test(navigator.language)?0:1;
for(let i=0;i<length;i++)if(/^formstead:(person|language)/.test(localStorage.key(i)))known=1;
for(const it of document.querySelectorAll('template[data-path]'))
if(!known&&it.dataset.path===location.pathname)document.getElementById('app').append(it.content);
}`;

/** Without the app a form would send what is typed to the page's own address. */
function lifeless(page: string): string {
  return page
    .replaceAll(/<form\b[^>]*class="([^"]*)"[^>]*>/g, '<div class="$1">')
    .replaceAll('</form>', '</div>');
}

/** The list of forms is a part of its own, and its picture needs its styles at once. */
function linkTo(file: string): string {
  return /\/home-[^/]*\.css$/.test(file) ? `<link rel="stylesheet" href="/${file}">` : '';
}

async function pathsToDraw(): Promise<readonly string[]> {
  const { module } = await runnerImport<typeof import('../../forms/index.ts')>(
    resolve(house, 'forms/index.ts'),
  );
  return ['/', '/sign-in', ...module.forms.map(({ id }) => `/${id}`)];
}

async function draw(paths: readonly string[]): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve(import.meta.dirname, 'prerender-process.ts'), ...paths],
    { cwd: house, maxBuffer: 1e8, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout) as Record<string, string>;
}
