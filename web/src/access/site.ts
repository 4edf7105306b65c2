import { createContext, useContext } from 'react';
import type { Permission, SiteOfMe } from './session.js';

/** The site whose pages are open, as the person is something there. */
export const SiteContext = createContext<SiteOfMe | undefined>(undefined);

export function useSite(): SiteOfMe {
  const site = useContext(SiteContext);
  if (!site) throw new Error('a page of no site asked for its site');
  return site;
}

/** Whether the person's roles at the open site permit something. The server decides; pages only spare a refusal. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSite();
  return (permission) => permissions.includes(permission);
}
