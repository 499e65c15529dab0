import { expect, test } from 'vitest';
import { issuesOfEmbed } from './check-embed.ts';

const issuesOn = (...allowedOn: readonly string[]) =>
  issuesOfEmbed({ access: 'anyone', embed: { allowedOn } });

test('no site may show a form in its pages unless the form names it', () => {
  expect(issuesOfEmbed({ access: 'anyone' })).toEqual([]);
  expect(issuesOn()).toEqual([
    'embed.allowedOn has to list at least one site, or leave embed out.',
  ]);
});

test('only a form for anyone can be shown in another site’s page', () => {
  expect(issuesOfEmbed({ embed: { allowedOn: ['https://www.example.org'] } })).toEqual([
    expect.stringContaining("embed needs access: 'anyone'"),
  ]);
});

test.each(['https://www.example.org', 'https://example.org:8443', 'http://localhost:3000'])(
  '%s can be named',
  (site) => {
    expect(issuesOn(site)).toEqual([]);
  },
);

test.each([
  '*',
  'https://*.example.org',
  'https://example.org/',
  'https://example.org/page',
  'https://Example.org',
  'https://example.org:443',
  'https://user@example.org',
  'http://example.org',
  'https://example.org; script-src *',
  'https://a.org https://b.org',
  'data:',
  '',
])('“%s” cannot be named', (site) => {
  expect(issuesOn(site)).toEqual([expect.stringContaining('has to be an address without a path')]);
});
