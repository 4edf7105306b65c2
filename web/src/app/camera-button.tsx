import { ActionIcon } from '@mantine/core';
import { ScanLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { scanned } from '../scan/scans.js';
import { useAppWords } from './words.js';

const CameraDialog = lazy(() => import('../scan/camera-dialog.js'));

/** Scans with the device's camera, as if a scanner had typed it. */
export function CameraButton() {
  const say = useAppWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionIcon variant="default" aria-label={say('scan')} title={say('scan')} onClick={() => setOpen(true)}>
        <ScanLine size={20} aria-hidden />
      </ActionIcon>
      {open && (
        <Suspense>
          <CameraDialog
            onClose={() => setOpen(false)}
            onScan={(text) => {
              setOpen(false);
              scanned(text);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
