import type { Form } from '#core/form/define-form.ts';
import { shareMessages } from '../../../messages/en/share.ts';
import { useMessages } from '../../../messages/locale.ts';
import { CopyText } from '../copy-text.tsx';
import { embedCode, exampleOfEmbed } from './embed-code.ts';

/** The code with which other sites show the form, or how to allow them to. */
export function EmbedPart({ form }: { readonly form: Form }) {
  const messages = useMessages('share', shareMessages);
  return (
    <section>
      <h2 className="section-heading">{messages.embed}</h2>
      {form.embed ? (
        <EmbedCode form={form} allowedOn={form.embed.allowedOn} />
      ) : form.access === 'anyone' ? (
        <>
          <p>{messages.noSite}</p>
          <Code text={exampleOfEmbed} />
        </>
      ) : (
        <p>{messages.needsAnyone}</p>
      )}
    </section>
  );
}

type EmbedCodeProps = { readonly form: Form; readonly allowedOn: readonly string[] };

function EmbedCode({ form, allowedOn }: EmbedCodeProps) {
  const messages = useMessages('share', shareMessages);
  const { origin } = window.location;
  const code = embedCode({ origin, form: form.id, title: form.title });
  return (
    <>
      <p>{messages.sites}</p>
      <ul>
        {allowedOn.map((site) => (
          <li key={site}>
            <bdi dir="ltr" translate="no">
              {site}
            </bdi>
          </li>
        ))}
      </ul>
      <Code text={code} />
      <CopyText
        text={code}
        label={messages.copyCode}
        byHand={messages.copyCodeByHand}
        className="button-second"
      />
    </>
  );
}

/** Reachable with the keyboard, since it may have to be scrolled. */
function Code({ text }: { readonly text: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls
    <pre className="share-code" dir="ltr" translate="no" tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}
