import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bwipjs from 'bwip-js/node';

const WIDTH = 640;
const HEIGHT = 480;
const PIXELS_A_MODULE = 8;
const [BLACK, WHITE, NO_COLOUR] = [16, 235, 128];

interface Matrix {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}

/**
 * A film of somebody who holds a DataMatrix into the camera, for Chromium's fake device (`--use-file-for-fake-video-capture`): YUV4MPEG2,
 * a few frames that come again and again. Its path.
 */
export function codeVideo(kind: 'datamatrix' | 'gs1datamatrix', text: string): string {
  const [matrix] = bwipjs.raw(kind, text, '') as unknown as [Matrix];
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma(matrix), Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR)]);
  const film = Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`),
    frame,
    frame,
    frame,
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'countersign-camera-')), 'code.y4m');
  writeFileSync(path, film);
  return path;
}

function luma({ pixs, pixx, pixy }: Matrix): Buffer {
  const picture = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const left = Math.floor((WIDTH - pixx * PIXELS_A_MODULE) / 2);
  const top = Math.floor((HEIGHT - pixy * PIXELS_A_MODULE) / 2);
  for (let y = 0; y < pixy * PIXELS_A_MODULE; y += 1) {
    for (let x = 0; x < pixx * PIXELS_A_MODULE; x += 1) {
      const module = pixs[Math.floor(y / PIXELS_A_MODULE) * pixx + Math.floor(x / PIXELS_A_MODULE)];
      if (module) picture[(top + y) * WIDTH + left + x] = BLACK;
    }
  }
  return picture;
}
