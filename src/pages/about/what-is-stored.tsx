import { about } from '../../messages/en/about.ts';
import { useMessages } from '../../messages/locale.ts';

/** What is stored where. */
export function WhatIsStored() {
  const messages = useMessages('about', about);
  return (
    <>
      <section aria-labelledby="here-heading">
        <h2 className="section-heading" id="here-heading">
          {messages.onThisDevice}
        </h2>
        <List items={messages.onDevice} />
        <p className="hint">{messages.clearing}</p>
      </section>
      <section aria-labelledby="cloud-heading">
        <h2 className="section-heading" id="cloud-heading">
          {messages.inTheCloud}
        </h2>
        <List items={messages.inCloud} />
      </section>
    </>
  );
}

function List({ items }: { readonly items: typeof about.onDevice }) {
  return (
    <dl className="about-stored">
      {items.map(([name, what]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
