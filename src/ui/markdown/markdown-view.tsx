import { parseMarkdown, type Block, type Span } from '#core/form/markdown.ts';
import { markdownMessages } from '../../messages/en/markdown.ts';
import { useMessages } from '../../messages/locale.ts';
import './markdown-view.css';

/** A text with paragraphs, lists, emphasis and links. It is drawn as elements, so HTML in it stays text. */
export function MarkdownView({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      {parseMarkdown(text).map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.is === 'paragraph')
    return (
      <p>
        <Spans parts={block.parts} />
      </p>
    );
  const List = block.isNumbered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((parts, i) => (
        <li key={i}>
          <Spans parts={parts} />
        </li>
      ))}
    </List>
  );
}

function Spans({ parts }: { readonly parts: readonly Span[] }) {
  return parts.map((part, i) => <SpanView key={i} part={part} />);
}

function SpanView({ part }: { readonly part: Span }) {
  switch (part.is) {
    case 'text':
      return <span>{part.text}</span>;
    case 'bold':
      return (
        <strong>
          <Spans parts={part.parts} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Spans parts={part.parts} />
        </em>
      );
    case 'link':
      return <NoteLink href={part.href} parts={part.parts} />;
  }
}

/** In a tab of its own, because the form is not finished, and perhaps kept nowhere. */
function NoteLink({ href, parts }: { readonly href: string; readonly parts: readonly Span[] }) {
  const { newTab } = useMessages('markdown', markdownMessages);
  return (
    <a href={href} target="_blank" rel="noreferrer">
      <Spans parts={parts} />
      <span className="visually-hidden">{` ${newTab}`}</span>
    </a>
  );
}
