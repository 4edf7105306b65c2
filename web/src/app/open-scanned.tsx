import { Notification } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.js';
import { Refused } from '../api/problem.js';
import { useScan } from '../scan/scans.js';
import { useAppWords } from './words.js';

/** A scan that the page did not want opens what was scanned. */
export function OpenScanned({ siteId }: { siteId: string }) {
  const say = useAppWords();
  const navigate = useNavigate();
  const [unknown, setUnknown] = useState<string>();
  const open = async (text: string) => {
    try {
      const params = { path: { siteId, container: text } };
      const { data } = await api.GET('/api/v1/sites/{siteId}/containers/{container}', { params });
      if (data) await navigate({ to: `/sites/${siteId}/containers/${encodeURIComponent(data.label)}` as string });
    } catch (error) {
      if (error instanceof Refused) setUnknown(text);
    }
  };
  useScan((text) => {
    setUnknown(undefined);
    void open(text);
  }, 'shell');
  if (unknown === undefined) return null;
  return (
    <Notification
      role="alert"
      color="red"
      onClose={() => setUnknown(undefined)}
      closeButtonProps={{ 'aria-label': say('close') }}
      style={{ position: 'fixed', insetInlineEnd: '1rem', bottom: '5rem', zIndex: 300, maxWidth: '24rem' }}
    >
      {say('scanUnknown', { text: unknown })}
    </Notification>
  );
}
