import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { parse } from 'yaml';
import type { Form } from '../../core/form/define-form.ts';
import { pathTo } from '../../src/page-paths.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Fails the build unless `customHttp.yml`, which Hosting reads, lets exactly the sites frame a form that the form names. */
export function embedHeaders(folder = projectRoot): Plugin {
  return {
    name: 'formstead:embed-headers',
    apply: 'build',
    async buildStart() {
      const { module } = await runnerImport<{ readonly forms: readonly Form[] }>(
        resolve(folder, 'forms/index.ts'),
      );
      const issue = issueOfEmbedHeaders(
        module.forms,
        readFileSync(resolve(folder, 'customHttp.yml'), 'utf8'),
      );
      if (issue) throw new Error(issue);
    },
  };
}

type Rule = {
  readonly pattern: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
};

type Embeddable = Pick<Form, 'id' | 'embed'>;

/** In which headers and forms disagree, with the lines that `customHttp.yml` needs. */
export function issueOfEmbedHeaders(
  forms: readonly Embeddable[],
  yaml: string,
): string | undefined {
  const { customHeaders } = parse(yaml) as { readonly customHeaders: readonly Rule[] };
  const everywhere = customHeaders.find(({ pattern }) => pattern === '**/*');
  if (framedBy(everywhere) !== "frame-ancestors 'none'")
    return "customHttp.yml: the rule for **/* has to say frame-ancestors 'none'.";
  const wanted: ReadonlyMap<string, string> = new Map(
    forms.flatMap(({ id, embed }) =>
      embed ? [[pathTo.embed(id), `frame-ancestors ${embed.allowedOn.join(' ')}`] as const] : [],
    ),
  );
  // A rule may come later, and the last one counts.
  const others = customHeaders.filter((it) => it !== everywhere && framedBy(it) !== undefined);
  const isSame =
    others.length === wanted.size && others.every((it) => wanted.get(it.pattern) === framedBy(it));
  if (isSame) return undefined;
  return wanted.size === 0
    ? 'customHttp.yml lets a site frame a form, and no form names one: remove its rule for /embed/…'
    : `customHttp.yml has to let these sites frame these forms, and no others. Put this at its end, instead of other rules for /embed/{form}:\n${linesFor(wanted)}`;
}

function framedBy(rule: Rule | undefined): string | undefined {
  return rule?.headers.find(({ key }) => key.toLowerCase() === 'content-security-policy')?.value;
}

/** The rules, as they are written in `customHttp.yml`. */
export function linesFor(framed: ReadonlyMap<string, string>): string {
  return [...framed]
    .map(
      ([pattern, value]) =>
        `  - pattern: ${pattern}\n    headers:\n      - key: Content-Security-Policy\n        value: ${value}\n`,
    )
    .join('');
}
