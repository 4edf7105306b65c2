import { useEffect } from 'react';
import { lock } from './session.js';

const IDLE_MS = 5 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks a screen that nobody has touched for five minutes. */
export function useIdleLock(): void {
  useEffect(() => {
    let last = Date.now();
    const alive = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last >= IDLE_MS) lock();
    }, 5_000);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true });
    };
  }, []);
}
