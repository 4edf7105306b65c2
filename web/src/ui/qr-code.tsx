import { drawingSVG, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';

/** A QR code for the camera of a phone: black on white in any light. `label` says what it leads to, never what it holds. */
export function QrCode({ text, label, size = 200 }: { text: string; label: string; size?: number }) {
  const { viewBox, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg
      viewBox={viewBox}
      width={size}
      height={size}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      style={{ background: '#fff', padding: 12, borderRadius: 8, maxWidth: '100%' }}
    >
      <path d={path} fill="#000" fillRule="evenodd" />
    </svg>
  );
}

function drawn(text: string): { viewBox: string; path: string } {
  const svg = qrcode({ bcid: 'qrcode', text }, drawingSVG());
  const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1];
  const path = /<path d="([^"]+)"/.exec(svg)?.[1];
  if (viewBox === undefined || path === undefined) throw new Error('the picture of a code is not what it was');
  return { viewBox, path };
}
