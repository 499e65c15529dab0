import type { QrCode } from './qr-code.ts';

type Props = { readonly code: QrCode; readonly label: string };

/** A QR code on the page, black on white in every theme. */
export function QrCodeView({ code: { size, path }, label }: Props) {
  return (
    <svg
      className="share-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="white" d={`M0 0h${size}v${size}H0z`} />
      <path fill="black" d={path} />
    </svg>
  );
}
