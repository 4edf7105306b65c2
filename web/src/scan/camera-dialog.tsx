import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../ui/dialog.js';
import { strings } from '../i18n/strings.js';
import en from './strings.en.js';
import es from './strings.es.js';

const useWords = strings('scan', en, es);
/** Often enough to feel at once, seldom enough for a phone to stay cool. */
const LOOK_EVERY_MS = 120;

/** The camera's picture until a code is in it; or the label, typed. Default export: loaded when it is asked for. */
export default function CameraDialog({ onScan, onClose }: { onScan: (text: string) => void; onClose: () => void }) {
  const say = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [noCamera, setNoCamera] = useState(false);
  const [typed, setTyped] = useState('');
  const found = useRef(onScan);
  useEffect(() => {
    found.current = onScan;
  });
  useEffect(() => {
    const stopped = new AbortController();
    look(video, stopped.signal, (text) => found.current(text)).catch(() => setNoCamera(true));
    return () => stopped.abort();
  }, []);
  return (
    <Dialog onClose={onClose} title={say('title')}>
      <Stack>
        {noCamera ? (
          <Text role="alert">{say('noCamera')}</Text>
        ) : (
          <>
            <video ref={video} muted playsInline aria-label={say('title')} style={{ width: '100%', borderRadius: 8 }} />
            <Text c="dimmed">{say('hint')}</Text>
          </>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') onScan(typed.trim());
          }}
        >
          <Group align="flex-end">
            <TextInput
              flex={1}
              label={say('type')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit">{say('use')}</Button>
          </Group>
        </form>
      </Stack>
    </Dialog>
  );
}

/** Shows the camera and decodes its pictures one after the other. Rejects where there is no camera. */
async function look(
  video: { readonly current: HTMLVideoElement | null },
  stopped: AbortSignal,
  found: (text: string) => void,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const decoder = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
  stopped.addEventListener('abort', () => {
    for (const track of stream.getTracks()) track.stop();
    decoder.terminate();
  });
  if (stopped.aborted || !video.current) return;
  video.current.srcObject = stream;
  await video.current.play();
  const canvas = new OffscreenCanvas(1, 1);
  const next = () => {
    const picture = video.current && pictureOf(video.current, canvas);
    if (picture) decoder.postMessage(picture, [picture.data.buffer]);
    else setTimeout(next, LOOK_EVERY_MS);
  };
  decoder.onmessage = ({ data }: MessageEvent<string | undefined>) => {
    if (stopped.aborted) return;
    if (data === undefined) setTimeout(next, LOOK_EVERY_MS);
    else found(data);
  };
  next();
}

function pictureOf(video: HTMLVideoElement, canvas: OffscreenCanvas): ImageData | undefined {
  if (video.videoWidth === 0) return undefined;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
