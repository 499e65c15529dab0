import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forms } from '../../forms/index.ts';
import { issueOfEmbedHeaders } from './embed-headers.ts';

const yaml = readFileSync('customHttp.yml', 'utf8');
const feedback = {
  id: 'feedback',
  embed: { allowedOn: ['https://www.example.org', 'http://localhost:3000'] },
};
const rule = `
  - pattern: /embed/feedback
    headers:
      - key: Content-Security-Policy
        value: frame-ancestors https://www.example.org http://localhost:3000
`;

test('the headers of this project let exactly those sites frame a form that it names', () => {
  expect(issueOfEmbedHeaders(forms, yaml)).toBeUndefined();
});

test('a form that names sites needs a rule, and the build says which', () => {
  const issue = issueOfEmbedHeaders([feedback], yaml);
  expect(issue).toContain(rule.trimStart());
  expect(issueOfEmbedHeaders([feedback], yaml + rule)).toBeUndefined();
});

test.each([
  ['another site', rule.replace('www.example.org', 'elsewhere.example')],
  ['one site more', rule.replace(':3000', ':3000 https://elsewhere.example')],
  ['all pages', rule.replace('/embed/feedback', '/*')],
  ['another form', rule.replace('/embed/feedback', '/embed/visit')],
  ['another form as well', rule + rule.replace('/embed/feedback', '/embed/visit')],
])('an app is not built whose headers allow %s', (_, rules) => {
  expect(issueOfEmbedHeaders([feedback], yaml + rules)).toContain('customHttp.yml');
});

test('a rule that is left over is refused', () => {
  expect(issueOfEmbedHeaders([], yaml + rule)).toContain('remove its rule');
});

test('everything else cannot be framed', () => {
  const open = yaml.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  expect(issueOfEmbedHeaders([], open)).toContain('**/*');
});
