import { useEffect, useEffectEvent } from 'react';
import { listenToWedge } from './wedge.js';

/** Takes a scan, or says `false`: then the page below it is asked, and last the shell. */
export type TakeScan = (text: string) => boolean | void;

/** What lies over what: a dialog over its page, a page over the shell. */
const LAYERS = ['shell', 'page', 'dialog'] as const;
type Layer = (typeof LAYERS)[number];

interface Taker {
  readonly take: TakeScan;
  readonly layer: Layer;
}

const takers: Taker[] = [];
let stop: (() => void) | undefined;

/** Gives a scan to the topmost part of the page that wants it. The camera calls this too. */
export function scanned(text: string): void {
  const height = ({ layer }: Taker) => LAYERS.indexOf(layer);
  const fromTop = [...takers].reverse().sort((one, other) => height(other) - height(one));
  for (const taker of fromTop) if (taker.take(text) !== false) return;
}

/** While the component is there, scans come to `take` before they go to what lies below its layer. */
export function useScan(take: TakeScan, layer: Layer = 'page'): void {
  const takeNow = useEffectEvent(take);
  useEffect(() => {
    const taker: Taker = { take: (text) => takeNow(text), layer };
    takers.push(taker);
    stop ??= listenToWedge(scanned);
    return () => {
      takers.splice(takers.indexOf(taker), 1);
      if (takers.length > 0) return;
      stop?.();
      stop = undefined;
    };
  }, [layer]);
}
