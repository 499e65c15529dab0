import { useState } from 'react';
import { shareMessages } from '../../../messages/en/share.ts';
import { useMessages } from '../../../messages/locale.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { qrCodeToPng, qrCodeToSvg, type QrCode } from './qr-code.ts';
import { QrCodeView } from './qr-code-view.tsx';

type Props = {
  /** Its id, which names the files. */
  readonly form: string;
  readonly address: string;
  readonly code: QrCode;
};

/** The link as a QR code, to look at and as a file. */
export function QrCodePart({ form, address, code }: Props) {
  const messages = useMessages('share', shareMessages);
  const [isNotDrawn, setIsNotDrawn] = useState(false);

  async function savePng() {
    const png = await qrCodeToPng(code);
    setIsNotDrawn(!png);
    if (png) saveFile(`${form}-qr.png`, [png], 'image/png');
  }

  return (
    <section>
      <h2 className="section-heading">{messages.qrCode}</h2>
      <QrCodeView code={code} label={messages.qrCodeOf(address)} />
      <div className="share-buttons">
        <button
          className="button-second"
          type="button"
          onClick={() => saveFile(`${form}-qr.svg`, [qrCodeToSvg(code)], 'image/svg+xml')}
        >
          {messages.downloadSvg}
        </button>
        <button className="button-second" type="button" onClick={() => void savePng()}>
          {messages.downloadPng}
        </button>
      </div>
      {isNotDrawn && <p role="alert">{messages.notDrawn}</p>}
    </section>
  );
}
