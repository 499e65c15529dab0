import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { shareMessages } from '../../../messages/en/share.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { CopyLink } from '../copy-link.tsx';

type Props = { readonly form: Form; readonly address: string };

/** The link, to copy or to hand to another app of the device. */
export function LinkPart({ form, address }: Props) {
  const messages = useMessages('share', shareMessages);
  const [isNotShared, setIsNotShared] = useState(false);

  async function share() {
    setIsNotShared(false);
    try {
      await navigator.share({ title: form.title, url: address });
    } catch (error) {
      // Whoever closes the device's sheet knows it.
      setIsNotShared(!(error instanceof DOMException && error.name === 'AbortError'));
    }
  }

  return (
    <section>
      <h2 className="section-heading">{messages.link}</h2>
      <p>
        <Link href={pathTo.fill(form.id)}>
          <bdi dir="ltr" translate="no">
            {address}
          </bdi>
        </Link>
      </p>
      {isOnThisComputer(address) && <p className="hint">{messages.onlyHere}</p>}
      <PrefillExample form={form} address={address} />
      <div className="share-buttons">
        <CopyLink form={form} className="button" />
        {'share' in navigator && (
          <button className="button-second" type="button" onClick={() => void share()}>
            {messages.share}
          </button>
        )}
      </div>
      {isNotShared && <p role="alert">{messages.notShared}</p>}
    </section>
  );
}

/** How a link fills in answers, by the examples of the fields that say so. */
function PrefillExample({ form, address }: Props) {
  const messages = useMessages('share', shareMessages);
  const example = new URLSearchParams(
    Object.entries(form.fields).flatMap(([name, { prefill, example }]) =>
      prefill ? [example].flat().map((it) => [name, String(it)]) : [],
    ),
  );
  if (example.size === 0) return null;
  return (
    <p className="hint">
      <span>{`${messages.prefill} `}</span>
      <bdi dir="ltr" translate="no">
        {`${address}?${example}`}
      </bdi>
    </p>
  );
}

function isOnThisComputer(address: string): boolean {
  return ['localhost', '127.0.0.1'].includes(new URL(address).hostname);
}
