import { useInstalling } from './use-installing.ts';

/** The way to have the app among the others on this device, if there is one. */
export function Install() {
  const installing = useInstalling();
  if (!installing) return null;
  return (
    <section className="install" aria-labelledby="install-heading">
      <h2 className="section-heading" id="install-heading">
        Have it at hand
      </h2>
      <p>As an app it opens from the home screen, with a network or without one.</p>
      {installing.by === 'button' ? (
        <p className="actions">
          <button className="button-second" type="button" onClick={installing.install}>
            Install Formstead
          </button>
        </p>
      ) : (
        <ol className="install-steps">
          <li>Press Share in Safari’s toolbar: a square with an arrow that points up.</li>
          <li>Choose “Add to Home Screen”.</li>
          <li>Press “Add”.</li>
        </ol>
      )}
    </section>
  );
}
