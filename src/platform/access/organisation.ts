import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The one organisation, whose log has the acts that belong to no site. */
@Injectable()
export class Organisation {
  #id: string | undefined;

  constructor(private readonly source: DataSource) {}

  /** Its id, or undefined before it is set up. */
  async id(): Promise<string | undefined> {
    if (this.#id === undefined) {
      const [row] = (await this.source.query(`SELECT site_id FROM site WHERE kind = 'organisation'`)) as {
        site_id: string;
      }[];
      this.#id = row?.site_id;
    }
    return this.#id;
  }
}
