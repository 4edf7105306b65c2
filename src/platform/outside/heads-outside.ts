import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Alarms } from '../alarms/alarms.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { readIfThere, replaceDurably } from '../signer/durable-file.js';
import { Signer } from '../signer/signer.js';
import { HeadConflict, HeadFolder } from './head-folder.js';
import { TileFolder, type Published } from './tile-folder.js';
import { TileSource } from './tile-source.js';

const RETRY_MS = 5000;

/**
 * Brings every signed head out of the database: to a folder of heads that only grows, and to the static files of
 * c2sp.org/tlog-tiles. What the folders lack is found by what they have, so a crash, or a folder that was away, is made up for.
 */
@Injectable()
export class HeadsOutside implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('HeadsOutside');
  readonly #heads: HeadFolder | undefined;
  readonly #tiles: TileFolder | undefined;
  readonly #progressFile: string;
  readonly #folder: string;
  /** Origin → how many records the newest head covers that lies in the folder of heads. */
  #outside = new Map<string, number>();
  readonly #waiting = new Map<string, string>();
  /** Origin → its newest head that witnesses confirmed, while it does not lie outside. */
  readonly #confirmed = new Map<string, Published>();
  #working: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #stopping = false;
  /** Logs with a head that is not in its folders yet: for the metrics. */
  lag = 0;
  /** Whether folders refused what was brought to them last. */
  failing = false;

  constructor(
    @Inject(RUNTIME) runtime: Runtime,
    private readonly source: DataSource,
    private readonly signer: Signer,
    private readonly alarms: Alarms,
  ) {
    const { headsFolder, tilesFolder } = runtime.config;
    const folderOf = (setting: string | undefined, name: string) =>
      setting === 'off' ? undefined : (setting ?? join(runtime.signerFolder, name));
    const [heads, tiles] = [folderOf(headsFolder, 'heads'), folderOf(tilesFolder, 'tiles')];
    this.#folder = heads ?? '';
    this.#heads = heads === undefined ? undefined : new HeadFolder(heads);
    this.#tiles = tiles === undefined ? undefined : new TileFolder(tiles, new TileSource(source));
    this.#progressFile = join(runtime.signerFolder, 'heads-outside.json');
  }

  onApplicationBootstrap(): void {
    this.signer.onSigned((heads) => {
      for (const { origin, siteId } of heads) this.#waiting.set(origin, siteId);
      this.#work();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#retry);
    await this.#working;
  }

  /** Takes a head that enough witnesses confirmed, with their cosignatures: where the head lies, they come to lie too. */
  confirmed(head: Published): void {
    this.#confirmed.set(head.origin, head);
    this.#waiting.set(head.origin, head.siteId);
    this.#work();
  }

  #work(): void {
    if (this.#working || this.#stopping) return;
    this.#working = this.#drain().finally(() => {
      this.#working = undefined;
    });
  }

  async #drain(): Promise<void> {
    if (this.#outside.size === 0) this.#outside = await this.#readProgress();
    const failed = new Map<string, string>();
    while (this.#waiting.size > 0 && !this.#stopping) {
      const [[origin, siteId]] = this.#waiting as unknown as [[string, string]];
      this.#waiting.delete(origin);
      try {
        await this.#bringOut(origin, siteId);
      } catch (error) {
        failed.set(origin, siteId);
        await this.#failed(siteId, error as Error);
      }
      this.lag = this.#waiting.size + failed.size;
    }
    this.failing = failed.size > 0;
    await this.#saveProgress();
    if (failed.size === 0 || this.#stopping) return;
    for (const [origin, siteId] of failed) this.#waiting.set(origin, siteId);
    this.#retry = setTimeout(() => this.#work(), RETRY_MS);
  }

  async #bringOut(origin: string, siteId: string): Promise<void> {
    const tiled = this.#tiles ? await this.#tiles.size(origin) : Infinity;
    const kept = this.#heads ? (this.#outside.get(origin) ?? 0) : Infinity;
    if (!this.#tiles && !this.#heads) return;
    const heads = (await this.source.query(
      `SELECT size::float8 AS size, note FROM countersign.checkpoint
       WHERE site_id = $1 AND size > $2 AND starts_with(note, $3 || E'\\n') ORDER BY size`,
      [siteId, Math.min(tiled, kept), origin],
    )) as { size: number; note: string }[];
    for (const head of heads) {
      const published: Published = { siteId, origin, ...head };
      if (head.size > kept) await this.#heads?.put(published);
      await this.#tiles?.publish(published);
      this.#outside.set(origin, head.size);
    }
    const confirmed = this.#confirmed.get(origin);
    if (!confirmed) return;
    await this.#heads?.putConfirmed(confirmed);
    await this.#tiles?.confirm(confirmed);
    if (this.#confirmed.get(origin) === confirmed) this.#confirmed.delete(origin);
  }

  async #failed(siteId: string, error: Error): Promise<void> {
    this.#log.error(`heads of ${siteId} do not get out: ${error.message}`);
    if (error instanceof HeadConflict) {
      const evidence = { checkpoint: error.outside };
      await this.alarms.raise({ siteId, kind: 'head_conflict', detail: error.message, evidence, by: 'heads' });
      return;
    }
    // The words of the file system name folders of the machine: they stay in its own log.
    const detail = 'Signed heads do not reach their folders; the log of the program says why.';
    await this.alarms.raise({ siteId, kind: 'heads_not_outside', detail, by: 'heads' });
  }

  async #readProgress(): Promise<Map<string, number>> {
    try {
      const text = await readIfThere(this.#progressFile);
      const { folder, sizes } = JSON.parse(text ?? '{}') as { folder?: string; sizes?: Record<string, number> };
      // In another folder there is nothing yet.
      return new Map(folder === this.#folder ? Object.entries(sizes ?? {}) : []);
    } catch {
      // It only spares work: every head is then offered to its folder again.
      return new Map();
    }
  }

  async #saveProgress(): Promise<void> {
    const text = `${JSON.stringify({ folder: this.#folder, sizes: Object.fromEntries(this.#outside) })}\n`;
    await replaceDurably(this.#progressFile, text).catch((error: Error) =>
      this.#log.error(`progress is not saved: ${error.message}`),
    );
  }
}
