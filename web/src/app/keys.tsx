import { Kbd, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { lock, type SiteOfMe } from '../access/session.js';
import type { Place } from './places.js';
import { Dialog } from '../ui/dialog.js';
import { useAppWords } from './words.js';

const GO_WITHIN_MS = 1_500;
/** Two keys nearer than this are a scanner's. */
const FINGERS_MS = 45;

/** Keys of every page: `?` help, Alt+L lock, `g` and a place's number. Never while somebody types into a field. */
export function useShellKeys({
  site,
  places,
  onHelp,
}: {
  site: SiteOfMe;
  places: readonly Place[];
  onHelp: () => void;
}): void {
  const navigate = useNavigate();
  const goAt = useRef(-Infinity);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && event.code === 'KeyL') {
        event.preventDefault();
        lock();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') onHelp();
      else if (event.key === 'g') goAt.current = event.timeStamp;
      else {
        const since = event.timeStamp - goAt.current;
        goAt.current = -Infinity;
        if (since < FINGERS_MS || since > GO_WITHIN_MS) return;
        const place = places[Number(event.key) - 1];
        if (place) void navigate({ to: `/sites/${site.siteId}/${place.path}` as string });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [site.siteId, places, navigate, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

export function KeysHelp({
  opened,
  onClose,
  places,
}: {
  opened: boolean;
  onClose: () => void;
  places: readonly Place[];
}) {
  const say = useAppWords();
  const rows = [
    ['?', say('key_help')],
    ['Alt+L', say('key_lock')],
    ...places.slice(0, 9).map((place, nth) => [`g ${nth + 1}`, say(place.name)]),
  ] as const;
  if (!opened) return null;
  return (
    <Dialog onClose={onClose} title={say('keysHelp')}>
      <Table>
        <Table.Tbody>
          {rows.map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
