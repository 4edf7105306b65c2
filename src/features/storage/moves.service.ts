import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { move } from '../../domain/acts/move.js';
import { readBook } from '../../domain/acts/read-book.js';
import type { Access } from '../../platform/access/caller.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import type { Posted } from '../../platform/ledger/command.js';
import { containerReads } from '../../platform/ledger/container-ref.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { MoveDto } from './storage.dto.js';

/** What is done with a container where it lies, and recorded: it is moved, its book is looked at. */
@Injectable()
export class MovesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  async move(act: ActContext, body: MoveDto): Promise<Posted> {
    const { siteId, intent, signatureHashes, caller } = act;
    return this.ledger.post({
      ...requested(act),
      type: 'move',
      reads: [
        ...(await containerReads(this.source, siteId, body.container)),
        { table: 'location', values: [body.toLocationId] },
        { table: 'signature', column: 'token_hash', values: signatureHashes },
      ],
      decide: move({ ...body, performerId: caller.personId, intent, signatureHashes }),
    });
  }

  /** The book amount, after the record that it was looked at. Refuses `not_found`. */
  async readBook({ siteId, actor }: Access, labelOrId: string): Promise<Posted['body']> {
    const posted = await this.ledger.post({
      siteId,
      actor,
      type: 'book_read',
      reads: await containerReads(this.source, siteId, labelOrId),
      decide: readBook(labelOrId),
    });
    return posted.body;
  }
}
