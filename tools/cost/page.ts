import { prices, type Price } from './prices.ts';
import { asides, mails, people, submissions, sumOf, type Line } from './sums.ts';

/** What stands between `<!-- name -->` and `<!-- / -->` on a page. */
export const tables: Readonly<Record<string, () => string>> = {
  prices: () =>
    table(
      ['price', '$', 'AWS’s page', 'read in'],
      Object.values<Price>(prices).map(({ what, dollars: price, page, read }) => [
        what,
        exact(price),
        `[${page.split('/')[0]}](https://aws.amazon.com/${page}/)`,
        read,
      ]),
    ),
  submissions: () => bill(submissions, 'without mail and people'),
  mails: () => bill(mails, 'a million mails, the provider apart'),
  people: () =>
    table(
      ['people active in a month', '$'],
      people.map(([count, price]) => [grouped(count), rounded(price)]),
    ),
};

function bill(lines: readonly Line[], whole: string): string {
  return table(
    ['part', 'how much', '$'],
    [
      ...lines.map(({ part, of, dollars: price }) => [part, of, price.toFixed(2)]),
      [`**${whole}**`, '', `**${rounded(sumOf(lines))}**`],
    ],
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = head.map((it) => (it === '$' ? '---:' : '---'));
  return [head, line, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The page with its tables as the prices make them. */
export function written(page: string): string {
  return page.replaceAll(
    /(<!-- ([a-z]+) -->\n)[^]*?(\n<!-- \/ -->)/g,
    (all, begin: string, name: string, end: string) => {
      const make = tables[name];
      return make ? `${begin}\n${make()}\n${end}` : all;
    },
  );
}

/** Sums of money on a page that are neither a price nor a sum of prices. */
export function unknownFigures(page: string): readonly string[] {
  const said = [...page.matchAll(/\$\d+(?: \d{3})*(?:\.\d+)?/g)].map(([it]) => it);
  return said.filter((it) => !known.has(it));
}

const known: ReadonlySet<string> = new Set(
  [
    ...Object.values<Price>(prices).map((it) => it.dollars),
    ...[...submissions, ...mails].map((it) => it.dollars),
    ...people.map(([, price]) => price),
    ...Object.values(asides),
    sumOf(submissions),
    sumOf(mails),
  ].flatMap((it) => [`$${exact(it)}`, `$${it.toFixed(2)}`, `$${rounded(it)}`]),
);

/** All its digits; what a sum in binary adds to them left out. */
function exact(price: number): string {
  return price.toFixed(10).replace(/\.?0+$/, '');
}

/** As people say it: two digits below a hundred, and whole dollars from there on. */
function rounded(price: number): string {
  return price < 100 ? String(Number(price.toPrecision(2))) : grouped(Math.round(price));
}

function grouped(count: number): string {
  if (count < 10_000) return String(count);
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
