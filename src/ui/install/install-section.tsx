import { install as installInEnglish } from '../../messages/en/install.ts';
import { useMessages } from '../../messages/locale.ts';
import { useInstallOption } from './use-install-option.ts';

/** How to install the app on this device, if it can be. */
export function InstallSection() {
  const option = useInstallOption();
  const messages = useMessages('install', installInEnglish);
  if (!option) return null;
  return (
    <section className="install" aria-labelledby="install-heading">
      <h2 className="section-heading" id="install-heading">
        {messages.heading}
      </h2>
      <p>{messages.why}</p>
      {option.by === 'button' ? (
        <p className="actions">
          <button className="button-second" type="button" onClick={option.install}>
            {messages.install}
          </button>
        </p>
      ) : (
        <ol className="install-steps">
          <li>{messages.share}</li>
          <li>{messages.addToHome}</li>
          <li>{messages.add}</li>
        </ol>
      )}
    </section>
  );
}
