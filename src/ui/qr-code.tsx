import { encodeQR } from 'qr';

type QrCodeProps = {
  readonly text: string;
  readonly className?: string | undefined;
  /** What a screen reader hears in its place; without one its words stand beside it. */
  readonly label?: string | undefined;
};

/** A QR code drawn as one path of squares, with a quiet border of one; whatever it stands on is the rest of it. */
export function QrCode({ text, className, label }: QrCodeProps) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      className={className}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
