import { about } from '../words/en/about.ts';
import { useWords } from '../words/speech.ts';

/** What is stored where. */
export function Places() {
  const words = useWords('about', about);
  return (
    <>
      <section aria-labelledby="here-heading">
        <h2 className="section-heading" id="here-heading">
          {words.here}
        </h2>
        <List places={words.onDevice} />
        <p className="hint">{words.clearing}</p>
      </section>
      <section aria-labelledby="cloud-heading">
        <h2 className="section-heading" id="cloud-heading">
          {words.there}
        </h2>
        <List places={words.inCloud} />
      </section>
    </>
  );
}

function List({ places }: { readonly places: typeof about.onDevice }) {
  return (
    <dl className="about-places">
      {places.map(([name, what]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
