import { expect, test } from 'vitest';
import { issuesOfAfter } from './check-after.ts';

const issuesOf = (href: string, label = 'To the programme') =>
  issuesOfAfter({ after: { link: { label, href } } });

test.each([
  'https://www.example.org',
  'https://www.example.org/programme?day=2#noon',
  'https://www.example.org:8443/برنامج',
])('people may be sent on to %s', (href) => {
  expect(issuesOf(href)).toEqual([]);
});

test.each([
  'http://www.example.org/',
  'javascript:alert(1)',
  'data:text/html,<script>',
  '//www.example.org',
  '/visit',
  'https://',
  'https:///visit',
  ' https://www.example.org',
  'https://www.exa mple.org',
  'https://somebody:secret@www.example.org',
  'HTTPS://www.example.org',
])('and not to %s', (href) => {
  expect(issuesOf(href)).toEqual([expect.stringContaining('has to be a complete address')]);
});

test('the link says where it leads', () => {
  expect(issuesOf('https://www.example.org', ' ')).toEqual([
    expect.stringContaining('after.link.label is missing or blank'),
  ]);
  expect(issuesOfAfter({})).toEqual([]);
  expect(issuesOfAfter({ after: {} as never })).toHaveLength(2);
});
