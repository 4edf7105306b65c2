import { Alert } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LineLost, Refused } from '../api/problem.js';
import type { Comparison } from '../proof/seen-heads.js';
import { useAppWords } from './words.js';

const EVERY_MS = 10 * 60_000;

/**
 * Compares the log with the head that this device saw last: when somebody comes to a site's pages, and now and then. The proof is
 * verified here. Says nothing while the log only grows; what it says otherwise stays on every page.
 */
export function HeadWatch({ siteId }: { siteId: string }) {
  const say = useAppWords();
  const [found, setFound] = useState<Comparison>();
  useEffect(() => {
    const compare = async () => {
      const { compareHeads } = await import('../proof/seen-heads.js');
      try {
        setFound(await compareHeads(siteId));
      } catch (error) {
        // Out of reach, or logged out meanwhile: compared the next time.
        if (!(error instanceof LineLost || error instanceof Refused)) throw error;
      }
    };
    void compare();
    const timer = setInterval(() => void compare(), EVERY_MS);
    return () => clearInterval(timer);
  }, [siteId]);
  if (found?.state === 'declared') {
    return (
      <Alert color="yellow" variant="light" mb="md" icon={<ShieldAlert aria-hidden />} title={say('headDeclared')}>
        {say('headDeclaredHint', { seq: found.seq })}
      </Alert>
    );
  }
  if (found?.state !== 'conflict') return null;
  return (
    <Alert role="alert" color="red" mb="md" icon={<ShieldAlert aria-hidden />} title={say('headConflict')}>
      {found.detail} {say('headConflictHint')}
    </Alert>
  );
}
