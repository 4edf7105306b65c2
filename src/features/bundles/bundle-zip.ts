import { Zip, ZipDeflate } from 'fflate';

const encoder = new TextEncoder();

/** A zip file that is made while it is sent: files one after the other, nothing held but what is not sent yet. */
export class ZipStream {
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #failed: Error | undefined;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error) this.#failed = error;
      else this.#pieces.push(piece);
    });
  }

  /** Begins a file; what it returns takes its text. */
  file(name: string, at: Date): { write(text: string): void; end(): void } {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = at;
    this.#zip.add(file);
    return {
      write: (text) => file.push(encoder.encode(text)),
      end: () => file.push(new Uint8Array(), true),
    };
  }

  whole(name: string, at: Date, text: string): void {
    const file = this.file(name, at);
    file.write(text);
    file.end();
  }

  end(): void {
    this.#zip.end();
  }

  /** What can be sent by now. Throws what went wrong. */
  take(): Buffer {
    if (this.#failed) throw this.#failed;
    const pieces = this.#pieces;
    this.#pieces = [];
    return Buffer.concat(pieces);
  }
}
