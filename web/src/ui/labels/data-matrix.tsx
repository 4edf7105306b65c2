import { datamatrix, drawingSVG } from 'bwip-js/browser';
import { useMemo } from 'react';

/** A DataMatrix of exactly this text: what a scanner held at it types. Black on white in any light. */
export function DataMatrix({ text, className }: { text: string; className?: string | undefined }) {
  const { viewBox, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg viewBox={viewBox} className={className} role="img" aria-label={text} shapeRendering="crispEdges">
      <path d={path} fill="#000" fillRule="evenodd" />
    </svg>
  );
}

function drawn(text: string): { viewBox: string; path: string } {
  const svg = datamatrix({ bcid: 'datamatrix', text }, drawingSVG());
  const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1];
  const path = /<path d="([^"]+)"/.exec(svg)?.[1];
  if (viewBox === undefined || path === undefined) throw new Error('the picture of a code is not what it was');
  return { viewBox, path };
}
