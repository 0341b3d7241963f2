import './QrCode.css';
import { create } from 'qrcode';
import { useMemo } from 'react';

/** Light modules around the code; scanners need four. */
const quietZone = 4;

const pathOf = (text: string): { side: number; path: string } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) path += `M${x + quietZone} ${y + quietZone}h1v1h-1z`;
    }
  }
  return { side: modules.size + 2 * quietZone, path };
};

/** `text` as a QR code, dark on light in both themes: scanners in the field fail on inverted codes. */
export const QrCode = ({ text, label, size = 240 }: { text: string; label: string; size?: number | string }) => {
  const { side, path } = useMemo(() => pathOf(text), [text]);
  return (
    <svg
      className="ui-qr"
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#0b0f14" />
    </svg>
  );
};
