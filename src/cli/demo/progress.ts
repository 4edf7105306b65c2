import type { Row } from '../../interop/daybook.js';

/** Shows how far the book is: one line that changes on a terminal, one line a day elsewhere. */
export class Progress {
  readonly #started = performance.now();
  #day = '';
  #shownAt = 0;

  constructor(
    private readonly total: number,
    private readonly output: NodeJS.WriteStream,
  ) {}

  /** Before the row with this index. */
  row(row: Row, index: number): void {
    const day = row.at!.slice(0, 10);
    if (this.output.isTTY) {
      const now = performance.now();
      if (now - this.#shownAt < 100) return;
      this.#shownAt = now;
      this.output.write(`\r\x1b[K${this.#text(day, index)}`);
    } else if (day !== this.#day) this.output.write(`${this.#text(day, index)}\n`);
    this.#day = day;
  }

  /** After the last row. Answers with the seconds it all took. */
  done(): number {
    const seconds = (performance.now() - this.#started) / 1000;
    const clear = this.output.isTTY ? '\r\x1b[K' : '';
    const speed = (this.total / seconds).toFixed(1);
    this.output.write(`${clear}Played ${this.total} rows in ${seconds.toFixed(1)} s: ${speed} rows a second.\n`);
    return seconds;
  }

  #text(day: string, index: number): string {
    const speed = index / Math.max(0.001, (performance.now() - this.#started) / 1000);
    return `${day}  row ${index} of ${this.total}  ${speed.toFixed(1)} rows/s`;
  }
}
