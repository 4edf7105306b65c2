import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LogInPage, LockPage, UnreachablePage } from '../access/log-in.js';
import { findSession, useSession } from '../access/session.js';
import { Waiting } from '../ui/notes.js';

const TRY_AGAIN_MS = 2_000;

/** Nothing behind it shows to nobody. The address stays, so that who logs in is where they meant to be. */
export function Door() {
  const session = useSession();
  const { state } = session;
  useEffect(() => {
    if (state === 'asking') void findSession();
    if (state !== 'unreachable') return undefined;
    const timer = setInterval(() => void findSession(), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [state]);
  return (
    <>
      {state === 'asking' && <Waiting />}
      {state === 'unreachable' && <UnreachablePage />}
      {state === 'nobody' && <LogInPage />}
      {state === 'locked' && <LockPage away={session.away} />}
      {state === 'in' && <Outlet />}
    </>
  );
}
