import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { embedCode, exampleOfEmbed } from './embed-code.ts';

const origin = 'https://forms.example.org';

test('the code is that of the guide', () => {
  const guide = readFileSync('docs/embed.md', 'utf8');
  const code = embedCode({ origin, form: 'feedback', title: 'How was your visit?' });
  expect(guide).toContain(`\`\`\`html\n${code}\`\`\``);
  expect(guide).toContain(exampleOfEmbed);
});

test('a title cannot leave its attribute', () => {
  const code = embedCode({ origin, form: 'visit', title: '"><script>"A & B' });
  expect(code).toContain('title="&quot;>&lt;script>&quot;A &amp; B"');
});
