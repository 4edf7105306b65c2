import { Notification } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LineLost, Refused } from '../api/problem.js';
import { whatWasScanned, type ScanRead } from '../api/scans.js';
import { useScan } from '../scan/scans.js';
import { useAppWords } from './words.js';

/** A scan that the page did not want opens what was scanned. */
export function OpenScanned({ siteId }: { siteId: string }) {
  const say = useAppWords();
  const navigate = useNavigate();
  const [note, setNote] = useState<string>();
  const open = async (text: string) => {
    try {
      const path = pathOf(await whatWasScanned(siteId, text));
      if (path === undefined) setNote(say('scanUnknown', { text: readable(text) }));
      else await navigate({ to: `/sites/${siteId}/${path}` as string });
    } catch (error) {
      if (error instanceof Refused) setNote(say('scanUnknown', { text: readable(text) }));
      else if (error instanceof LineLost) setNote(say('scanNoLine'));
      else throw error;
    }
  };
  useScan((text) => {
    setNote(undefined);
    void open(text);
  }, 'shell');
  if (note === undefined) return null;
  return (
    <Notification
      role="alert"
      color="red"
      onClose={() => setNote(undefined)}
      closeButtonProps={{ 'aria-label': say('close') }}
      style={{ position: 'fixed', insetInlineEnd: '1rem', bottom: '5rem', zIndex: 300, maxWidth: '24rem' }}
    >
      {note}
    </Notification>
  );
}

/** Below the site; undefined where there is nothing to open. */
function pathOf({ container, location, product }: ScanRead): string | undefined {
  if (container) return `containers/${encodeURIComponent(container.label)}`;
  if (location) return `stock?location=${location.locationId}`;
  return product && `stock?product=${product.productId}`;
}

function readable(text: string): string {
  return text.replaceAll('\u001d', '␝');
}
