import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { normalizePath, type IndexHtmlTransformContext, type Plugin } from 'vite';
import { pathTo } from '../../src/page-paths.ts';
import { formFiles } from './catalogue.ts';

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
        const pages = await pagesToDraw();
        const drawn = await draw(pages.map(({ path }) => path));
        const templates = pages.map((page) => {
          const loaded = page.source ? filesOf(page.source, bundle) : [];
          // The page itself loads these.
          const files = loaded.filter((it) => !html.includes(it)).map((it) => `/${it}`);
          const data = {
            path: page.path,
            form: page.form,
            modules: files.filter((it) => it.endsWith('.js')).join(' '),
            styles: files.filter((it) => it.endsWith('.css')).join(' '),
          };
          const attributes = Object.entries(data).filter(([, value]) => value);
          const text = attributes.map(([name, value]) => ` data-${name}="${value}"`).join('');
          return `<template${text}>${withoutForms(drawn[page.path] ?? '')}</template>`;
        });
        const script = `<script>${showPrerendered}</script>`;
        return html.replace(
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
for(const it of document.querySelectorAll('template[data-path]'))if(it.dataset.path===location.pathname){
const {modules='',styles=''}=it.dataset,app=document.getElementById('app');
const link=(rel,href)=>document.head.appendChild(Object.assign(document.createElement('link'),{rel,href}));
for(const file of modules.split(' '))if(file)link('modulepreload',file);
let waiting=1;const show=()=>{if(!--waiting&&!known&&!app.firstChild)app.append(it.content)};
for(const file of styles.split(' '))if(file){waiting++;const sheet=link('stylesheet',file);sheet.onload=sheet.onerror=show}
show();
}}`;

/** Before the app is loaded, a form would send what is typed to the page's own address. */
function withoutForms(page: string): string {
  return page
    .replaceAll(/<form\b[^>]*class="([^"]*)"[^>]*>/g, '<div class="$1">')
    .replaceAll('</form>', '</div>');
}

/** Each prerendered form makes the page that everybody loads larger. */
const maxForms = 12;

type PageToDraw = {
  readonly path: string;
  /** A form's id. */
  readonly form?: string;
  /** The source of what the page loads in addition to the first load. */
  readonly source?: string | undefined;
};

async function pagesToDraw(): Promise<readonly PageToDraw[]> {
  const forms = (await formFiles()).slice(0, maxForms);
  return [
    { path: pathTo.home(), source: resolve(projectRoot, 'src/pages/home/home-page.tsx') },
    { path: pathTo.signIn() },
    ...forms.map(({ id, file }) => ({ path: pathTo.fill(id), form: id, source: file })),
  ];
}

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;

/** The chunk of a source, the chunks that it imports statically, and their styles. Its own chunk is the first. */
function filesOf(source: string, bundle: Bundle): readonly string[] {
  const chunks = Object.values(bundle).filter((it) => it.type === 'chunk');
  const own = chunks.find((it) => it.moduleIds.includes(normalizePath(source)));
  const files = new Set<string>();
  function add(file: string) {
    const chunk = bundle[file];
    if (files.has(file) || chunk?.type !== 'chunk') return;
    files.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    chunk.imports.forEach(add);
  }
  if (own) add(own.fileName);
  return [...files];
}

async function draw(paths: readonly string[]): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve(import.meta.dirname, 'prerender-process.ts'), ...paths],
    { cwd: projectRoot, maxBuffer: 1e8, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout) as Record<string, string>;
}
