import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { normalizePath, type IndexHtmlTransformContext, type Plugin } from 'vite';
import { pagePaths, pathTo } from '../../src/page-paths.ts';
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
        const drawn = await draw(pages.filter((it) => it.isDrawn).map(({ path }) => path));
        const templates = pages.map((page) => {
          const loaded = new Set(page.sources.flatMap((it) => filesOf(it, bundle)));
          // The page itself loads the others.
          const files = [...loaded].filter((it) => !html.includes(it));
          const styles = page.isDrawn
            ? files.filter((it) => it.endsWith('.css')).map((it) => textOf(bundle[it]))
            : [];
          const data = {
            path: page.path,
            form: page.form,
            modules: pathsOf(files, '.js'),
            // What is drawn has its styles in the page. Those of what others import come before theirs.
            styles: page.isDrawn ? '' : pathsOf(files.toReversed(), '.css'),
          };
          const attributes = Object.entries(data).filter(([, value]) => value);
          const text = attributes.map(([name, value]) => ` data-${name}="${value}"`).join('');
          // In the page: the app is often there before another file would be, and nothing is prerendered then.
          const style = styles.length === 0 ? '' : `<style>${styles.join('')}</style>`;
          return `<template${text}>${style}${withoutForms(drawn[page.path] ?? '')}</template>`;
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
const {pathname}=location,[,form]=/^\\/responses\\/([^/]+)/.exec(pathname)||[],path=pathname.replace(/^(\\/responses\\/)[^/]+/,'$1:form');
for(const {dataset:{path:own,form:id,modules='',styles=''},content} of document.querySelectorAll('template[data-path]')){
const load=(files,link)=>{for(const href of files.split(' '))if(href)document.head.append(Object.assign(document.createElement('link'),content.firstChild?{}:{fetchPriority:'low'},link,{href}))};
if(own===path||form&&form===id)load(modules,{rel:'modulepreload'}),load(styles,{rel:'stylesheet',blocking:'render'});
const app=document.getElementById('app');
if(own===path&&!known&&!app.firstChild)app.append(content);
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
  /** Whether it is prerendered. The files of the others are requested early all the same. */
  readonly isDrawn: boolean;
  /** A form's id. */
  readonly form?: string;
  /** The sources of what the page loads in addition to the first load. */
  readonly sources: readonly string[];
};

async function pagesToDraw(): Promise<readonly PageToDraw[]> {
  const forms = (await formFiles()).slice(0, maxForms);
  const ofForms = forms.map(({ id, file }) => ({
    path: pathTo.fill(id),
    form: id,
    sources: file === undefined ? [] : [file],
    isDrawn: true,
  }));
  return [
    {
      path: pathTo.home(),
      sources: [moduleAt('pages/home/home-page.tsx'), listOfForms],
      isDrawn: true,
    },
    { path: pathTo.signIn(), sources: [], isDrawn: true },
    ...ofForms,
    {
      path: pathTo.entries(),
      sources: [moduleAt('app/open-device.ts'), moduleAt('app/secondary-pages.tsx'), listOfForms],
      isDrawn: false,
    },
    { path: pagePaths.responsesHome, sources: [...ofOwners, listOfForms], isDrawn: false },
    { path: pagePaths.responses, sources: ofOwners, isDrawn: false },
    {
      path: pagePaths.share,
      sources: [...ofOwners, moduleAt('pages/responses/share/share-page.tsx')],
      isDrawn: false,
    },
  ];
}

const listOfForms = '\0catalogue';

const moduleAt = (path: string) => resolve(projectRoot, 'src', path);

const ofOwners = [
  moduleAt('app/open-device.ts'),
  moduleAt('pages/responses/responses-page.tsx'),
  moduleAt('cloud/session/amplify-identity.ts'),
];

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;

/** The chunk of a module, the chunks that it imports statically, and their styles. Its own chunk is the first. */
function filesOf(module: string, bundle: Bundle): readonly string[] {
  const chunks = Object.values(bundle).filter((it) => it.type === 'chunk');
  const id = normalizePath(module);
  const own =
    chunks.find((it) => it.facadeModuleId === id) ?? chunks.find((it) => it.moduleIds.includes(id));
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

function pathsOf(files: readonly string[], extension: string): string {
  return files.flatMap((it) => (it.endsWith(extension) ? [`/${it}`] : [])).join(' ');
}

function textOf(file: Bundle[string] | undefined): string {
  return file?.type === 'asset' ? String(file.source) : '';
}

async function draw(paths: readonly string[]): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve(import.meta.dirname, 'prerender-process.ts'), ...paths],
    { cwd: projectRoot, maxBuffer: 1e8, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout) as Record<string, string>;
}
