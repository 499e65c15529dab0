import { install as installInEnglish } from '../words/en/install.ts';
import { useWords } from '../words/speech.ts';
import { useInstalling } from './use-installing.ts';

/** The way to have the app among the others on this device, if there is one. */
export function Install() {
  const installing = useInstalling();
  const words = useWords('install', installInEnglish);
  if (!installing) return null;
  return (
    <section className="install" aria-labelledby="install-heading">
      <h2 className="section-heading" id="install-heading">
        {words.heading}
      </h2>
      <p>{words.why}</p>
      {installing.by === 'button' ? (
        <p className="actions">
          <button className="button-second" type="button" onClick={installing.install}>
            {words.install}
          </button>
        </p>
      ) : (
        <ol className="install-steps">
          <li>{words.share}</li>
          <li>{words.addToHome}</li>
          <li>{words.add}</li>
        </ol>
      )}
    </section>
  );
}
