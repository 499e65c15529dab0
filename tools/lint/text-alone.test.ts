import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import { textAlone } from './text-alone.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } });
const beside = {
  message: 'A text is the only child of its element: put this one into a <span>, say.',
};
const bare = { message: 'A component draws elements: put this text into a <span>, say.' };

const inElement = (children: string) => `const drawn = <p>${children}</p>;`;

// Written for a linter whose types it does not import.
const rule = textAlone as unknown as Parameters<typeof tester.run>[1];

tester.run('a text alone in its element', rule, {
  valid: [
    { name: 'one text', code: inElement('Hello') },
    { name: 'one expression, whatever it is', code: inElement('{words.hello}') },
    { name: 'one text or none', code: inElement("{isSent && 'Sent'}") },
    { name: 'one text or another', code: inElement("{isSent ? 'Sent' : 'Saved'}") },
    { name: 'one text or an element', code: inElement('{isSent ? <b /> : words.saved}') },
    { name: 'elements beside each other', code: inElement('\n <b>{a}</b>\n {c && <i>{c}</i>}\n') },
    {
      name: 'an element for each',
      code: inElement('<b />\n {/* none */}\n {all.map((it) => <i>{it}</i>)}'),
    },
    { name: 'a text joined of several', code: inElement("{all.map((it) => it.name).join(', ')}") },
    {
      name: 'a text that a component is given alone',
      code: 'const drawn = <Link>{words.home}</Link>;',
    },
    {
      name: 'what a function in the file draws',
      code: 'const draw = (it) => <i>{it}</i>; const drawn = <p><b />{draw(1)}</p>;',
    },
    {
      name: 'an element that has a name',
      code: 'const star = <i />; const drawn = <p><b />{star}</p>;',
    },
    {
      name: 'what the compiler says is elements',
      code: 'type Props = { readonly children: Elements }; function Part({ children }: Props) { return <p><b />{children}</p>; }',
    },
    {
      name: 'a component that draws an element, or nothing',
      code: 'function Part({ isShown }) { if (!isShown) return null; return <p>{words.hello}</p>; }',
    },
    {
      name: 'a function that draws nothing by itself',
      code: 'function wordsFor(it) { return it.words; }',
    },
    {
      name: 'a function inside a component',
      code: 'function Part() { const words = () => { return "Hello"; }; return <p>{words()}</p>; }',
    },
  ],
  invalid: [
    { name: 'a text beside an element', code: inElement('Hello <b />'), errors: [beside] },
    { name: 'a blank beside elements', code: inElement("<b />{' '}<i />"), errors: [beside] },
    { name: 'a blank in a line', code: inElement('<b /> <i />'), errors: [beside] },
    { name: 'two texts', code: inElement('Version {version}'), errors: [beside, beside] },
    {
      name: 'a text beside a condition',
      code: inElement('{isSent && <b />}{words.saved}'),
      errors: [beside],
    },
    { name: 'a conditional text', code: inElement("<b />{isSent && 'Sent'}"), errors: [beside] },
    {
      name: 'a text chosen from two',
      code: inElement("<b />{isSent ? 'Sent' : <i />}"),
      errors: [beside],
    },
    {
      name: 'a text where there is no other',
      code: inElement('<b />{words.sent ?? <i />}'),
      errors: [beside],
    },
    { name: 'a template', code: inElement('<b />{`${count} sent`}'), errors: [beside] },
    { name: 'a number', code: inElement('<b />{3}'), errors: [beside] },
    {
      name: 'a text for each',
      code: inElement('<b />{all.map((it) => it.name)}'),
      errors: [beside],
    },
    {
      name: 'a text for each, and nothing else',
      code: inElement('{all.map((it) => it.name)}'),
      errors: [beside],
    },
    { name: 'a list of texts', code: inElement('{[words.a, words.b]}'), errors: [beside] },
    { name: 'a text in a fragment', code: 'const drawn = <>{words.hello}</>;', errors: [beside] },
    {
      name: 'a text in a named fragment',
      code: 'const drawn = <Fragment key={1}>{words.hello}</Fragment>;',
      errors: [beside],
    },
    {
      name: 'a text that waits',
      code: 'const drawn = <Suspense>{words.hello}</Suspense>;',
      errors: [beside],
    },
    {
      name: 'what a function elsewhere says',
      code: inElement('<b />{inWords(answer)}'),
      errors: [beside],
    },
    {
      name: 'what a function in the file says',
      code: 'const say = (it) => it.words; const drawn = <p><b />{say(1)}</p>;',
      errors: [beside],
    },
    {
      name: 'children that may be texts',
      code: 'type Props = { readonly children: ReactNode }; function Part({ children }: Props) { return <p><b />{children}</p>; }',
      errors: [beside],
    },
    {
      name: 'a component that draws a text',
      code: "function Part({ isKnown }) { if (!isKnown) return '…'; return <b />; }",
      errors: [bare],
    },
    {
      name: 'a component that hands a text on',
      code: 'const Part = ({ words }) => words.hello;',
      errors: [bare],
    },
    {
      name: 'a class that hands on what it is given',
      code: 'class Part extends Component { render() { return this.props.children; } }',
      errors: [bare],
    },
  ],
});
