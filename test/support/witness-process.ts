import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve('dist/src/cli/main.js');
const READY = /is ready at (http:\S+),/;

/** A witness in a process and a folder of its own, as its operator would run it. */
export class WitnessProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'countersign-witness-'));
  readonly vkey: string;
  url = '';
  /** What it said. */
  said = '';
  #child: ChildProcess | undefined;

  constructor(name = 'witness.example/one') {
    const { stdout } = this.command(['init', '--name', name]);
    this.vkey = stdout.split('\n')[0] as string;
  }

  /** Another command of the witness, to its end. */
  command(args: readonly string[]): { stdout: string; stderr: string; status: number | null } {
    return spawnSync(process.execPath, [MAIN, 'witness', ...args, '--folder', this.folder], { encoding: 'utf8' });
  }

  watch(...vkeys: readonly string[]): void {
    writeFileSync(join(this.folder, 'policy.txt'), `${vkeys.map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`);
  }

  async start(port = 0): Promise<this> {
    const child = spawn(process.execPath, [MAIN, 'witness', '--folder', this.folder, '--port', String(port)]);
    this.#child = child;
    this.said = '';
    await new Promise<void>((ready, failed) => {
      const hear = (chunk: unknown) => {
        this.said += String(chunk);
        const url = READY.exec(this.said)?.[1];
        if (url === undefined) return;
        this.url = url;
        ready();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => failed(new Error(`the witness ended with ${code}: ${this.said}`)));
    });
    return this;
  }

  /** Ends it as nobody would: without a word. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Asks it to stop, and gives its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child as ChildProcess;
    child.kill('SIGTERM');
    await once(child, 'exit');
    return child.exitCode;
  }

  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
