import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** What makes it one process for a small cloud function, or weaker than a person's browser, is left out. */
const NOT_LIKE_A_PERSONS = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
];

/**
 * Starts the Chromium that comes in an npm package. It is unpacked once a machine, whoever asks first. With the path of a film
 * (YUV4MPEG2) its camera shows that.
 */
export async function launchChromium(film?: string): Promise<Browser> {
  const executablePath = await unpacked();
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...packed.args.filter((arg) => !NOT_LIKE_A_PERSONS.includes(arg)),
      '--lang=en-US',
      ...(film === undefined ? [] : cameraShows(film)),
    ],
  });
}

function cameraShows(film: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}

/** The path of the program. Two workers that ask at once would unpack into one file: the second waits for the first. */
async function unpacked(): Promise<string> {
  const lock = join(tmpdir(), 'countersign-chromium.lock');
  for (let tries = 0; ; tries += 1) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch {
      // A worker that died while it unpacked leaves the lock: after a minute nobody is at it any more.
      if (tries === 300) rmSync(lock, { force: true });
      await sleep(200);
    }
  }
  try {
    const path = await packed.executablePath();
    requireLibraries(path);
    return path;
  } finally {
    rmSync(lock, { force: true });
  }
}

function requireLibraries(path: string): void {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/ldd')) return;
  const missing = execFileSync('ldd', [path], { encoding: 'utf8' }).match(/^\s*(\S+) => not found$/gm);
  if (missing) throw new Error(`Chromium needs libraries of the system that are not there: ${missing.join(', ')}`);
}

/** Where pictures of pages go when somebody wants to look at them. */
export const PICTURES = process.env.COUNTERSIGN_PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });
