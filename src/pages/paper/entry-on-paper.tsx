import { useId } from 'react';
import { paperMessages } from '../../messages/en/paper.ts';
import { useMessages } from '../../messages/locale.ts';
import type { AnswerRow } from '../entry/question-rows.ts';
import { usePaper } from './paper-language.ts';
import { paperPages } from './paper-parts.ts';
import { PaperRows, type PaperDrawing } from './paper-rows.tsx';
import '../entry/row-list.css';
import './paper.css';

export type PaperFact = readonly [label: string, text: string];

type Props = {
  readonly reference: string;
  /** When it was received, or what else is known instead. */
  readonly received: PaperFact;
  /** What else is to be known before the answers. */
  readonly facts: readonly PaperFact[];
  readonly answers: { readonly [name: string]: unknown };
  readonly rows: readonly AnswerRow[];
  readonly drawing: PaperDrawing;
};

/** One entry, beginning on a new sheet. Its head is on each of its sheets, so that one that got lost says where it belongs. */
export function EntryOnPaper({ reference, received, facts, answers, rows, drawing }: Props) {
  const { form } = usePaper();
  const messages = useMessages('paper', paperMessages);
  const id = useId();
  const { name } = form.look ?? {};
  return (
    <article className="paper-entry" aria-labelledby={id}>
      <header className="paper-head">
        <div className="paper-heading">
          <h2 id={id} dir="auto">
            {name && <span className="paper-name">{name}</span>}
            <span>{form.title}</span>
          </h2>
          <p>
            <span>{`${messages.reference} `}</span>
            <bdi className="reference" translate="no">
              {reference}
            </bdi>
          </p>
          <p>
            <span>{`${received[0]} `}</span>
            <bdi>{received[1]}</bdi>
          </p>
        </div>
      </header>
      <div className="paper-body">
        {facts.length > 0 && (
          <dl className="facts paper-rows">
            {facts.map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd dir="auto">{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {paperPages(form, answers, rows).map((page) => (
          <section key={page.parts[0]?.rows[0]?.name}>
            {page.title && <h3 dir="auto">{page.title}</h3>}
            {page.parts.map((part) => (
              <section key={part.rows[0]?.name}>
                {part.title && <h4 dir="auto">{part.title}</h4>}
                <PaperRows rows={part.rows} questions={form} {...{ answers, drawing }} />
              </section>
            ))}
          </section>
        ))}
      </div>
    </article>
  );
}
