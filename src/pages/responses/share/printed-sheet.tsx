import type { Form } from '#core/form/define-form.ts';
import { shareMessages } from '../../../messages/en/share.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { QrCode } from './qr-code.ts';
import { QrCodeView } from './qr-code-view.tsx';

type Props = { readonly form: Form; readonly address: string; readonly code: QrCode };

/** What the printer gets instead of the page. Not on the screen. */
export function PrintedSheet({ form, address, code }: Props) {
  const messages = useMessages('share', shareMessages);
  return (
    <div className="share-sheet">
      <h2 dir="auto">{form.title}</h2>
      {form.introduction && <p dir="auto">{form.introduction}</p>}
      <QrCodeView code={code} label={messages.qrCodeOf(address)} />
      <p>{messages.scan}</p>
      <p>
        <strong dir="ltr" translate="no">
          {address}
        </strong>
      </p>
    </div>
  );
}
