import { prices, type Price } from './prices.ts';
import {
  asides,
  counting,
  linkMails,
  typedAddresses,
  events,
  mails,
  ownerMails,
  openSubmissions,
  people,
  scannedPictures,
  submissions,
  sumOf,
  type BillLine,
} from './bills.ts';

/** The part of a page between `<!-- name -->` and `<!-- / -->`. */
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
  open: () => bill(openSubmissions, 'without an account'),
  counting: () => bill(counting, 'a million, each counted alone'),
  events: () => bill(events, 'a million events'),
  mails: () => bill(mails, 'a million mails, the provider apart'),
  owners: () => bill(ownerMails, 'a million mails to owners, the provider apart'),
  links: () => bill(linkMails, 'a million mails with links, the provider apart'),
  typed: () => bill(typedAddresses, 'a million addresses, the provider apart'),
  scans: () => bill(scannedPictures, 'a thousand pictures'),
  people: () =>
    table(
      ['people active in a month', '$'],
      people.map(([count, price]) => [grouped(count), rounded(price)]),
    ),
};

function bill(lines: readonly BillLine[], whole: string): string {
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

/** The page with its tables generated from the prices. */
export function withTables(page: string): string {
  return page.replaceAll(
    /(<!-- ([a-z]+) -->\n)[^]*?(\n<!-- \/ -->)/g,
    (all, begin: string, name: string, end: string) => {
      const make = tables[name];
      return make ? `${begin}\n${make()}\n${end}` : all;
    },
  );
}

/** Amounts on a page that are neither a price nor a sum of prices. */
export function unknownFigures(page: string): readonly string[] {
  const figures = [...page.matchAll(/\$\d+(?: \d{3})*(?:\.\d+)?/g)].map(([it]) => it);
  return figures.filter((it) => !known.has(it));
}

const known: ReadonlySet<string> = new Set(
  [
    ...Object.values<Price>(prices).map((it) => it.dollars),
    ...[...submissions, ...openSubmissions, ...mails].map((it) => it.dollars),
    ...people.map(([, price]) => price),
    ...Object.values(asides),
    sumOf(submissions),
    sumOf(openSubmissions),
    sumOf(mails),
  ].flatMap((it) => [`$${exact(it)}`, `$${it.toFixed(2)}`, `$${rounded(it)}`]),
);

/** With all digits, but without the error of binary fractions. */
function exact(price: number): string {
  return price.toFixed(10).replace(/\.?0+$/, '');
}

/** As people write it: two decimals below a hundred, whole dollars above. */
function rounded(price: number): string {
  return price < 100 ? String(Number(price.toPrecision(2))) : grouped(Math.round(price));
}

function grouped(count: number): string {
  if (count < 10_000) return String(count);
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
