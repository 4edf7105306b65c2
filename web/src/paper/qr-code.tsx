import { qrcode } from 'bwip-js/browser';
import { useEffect, useRef } from 'react';

/** A QR code of a text, large enough to be read off paper. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) qrcode(canvas.current, { bcid: 'qrcode', text, scale: 2 });
  }, [text]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}
