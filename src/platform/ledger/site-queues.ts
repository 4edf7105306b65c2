/** One thing that waits for its turn at a site. */
interface Waiting<Job, Result> {
  readonly job: Job;
  readonly settle: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Lets what waits for the same site share one transaction. A job that finds its site idle runs at once and alone; those
 * that arrive while it runs go together in the next one. Waiting costs nothing: they would have waited for the site's
 * row anyway, and now share its flush to disk (design.md section 3).
 */
export class SiteQueues<Job, Result> {
  readonly #waiting = new Map<string, Waiting<Job, Result>[]>();
  readonly #running = new Set<string>();

  /**
   * `runGroup` answers with one result or error for each job, in order; if it throws, all of them fail.
   */
  constructor(
    private readonly runGroup: (jobs: readonly Job[]) => Promise<readonly ({ result: Result } | { error: unknown })[]>,
    private readonly largestGroup: number,
  ) {}

  run(siteId: string, job: Job): Promise<Result> {
    return new Promise((settle, fail) => {
      const queue = this.#waiting.get(siteId) ?? [];
      queue.push({ job, settle, fail });
      this.#waiting.set(siteId, queue);
      if (!this.#running.has(siteId)) void this.#drain(siteId);
    });
  }

  async #drain(siteId: string): Promise<void> {
    this.#running.add(siteId);
    for (let group = this.#next(siteId); group.length > 0; group = this.#next(siteId)) {
      try {
        const results = await this.runGroup(group.map(({ job }) => job));
        group.forEach(({ settle, fail }, i) => {
          const outcome = results[i];
          if (outcome && 'result' in outcome) settle(outcome.result);
          else fail(outcome?.error);
        });
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
    }
    this.#running.delete(siteId);
    this.#waiting.delete(siteId);
  }

  #next(siteId: string): Waiting<Job, Result>[] {
    return this.#waiting.get(siteId)?.splice(0, this.largestGroup) ?? [];
  }
}
