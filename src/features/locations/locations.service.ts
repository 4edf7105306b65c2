import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changeReference, referenceReads } from '../../domain/acts/change-reference.js';
import { addLocation, newLocationReads } from '../../domain/acts/add-location.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { LocationChangeDto, LocationDto, NewLocationDto } from './locations.dto.js';

interface LocationRow {
  readonly location_id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
}

@Injectable()
export class LocationsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  add(act: ActContext, { code, name }: NewLocationDto): Promise<Posted> {
    const location = { locationId: uuidv7(), code, name };
    return this.ledger.post({
      ...requested(act),
      type: 'location_added',
      reads: newLocationReads(location),
      decide: addLocation(location),
    });
  }

  change(act: ActContext, id: string, { name, active }: LocationChangeDto): Promise<Posted> {
    const change = { table: 'location', id, to: { name, active } } as const;
    return this.ledger.post({
      ...requested(act),
      type: 'location_changed',
      reads: referenceReads(change),
      decide: changeReference(change),
    });
  }

  list(siteId: string, page: PageQuery): Promise<Page<LocationDto>> {
    return listPage<LocationRow, LocationDto>(this.source, {
      sql: 'SELECT location_id, code, name, active FROM countersign.location WHERE site_id = $1',
      params: [siteId],
      by: { code: 'code' },
      page,
      item: ({ location_id: locationId, code, name, active }) => ({ locationId, code, name, active }),
    });
  }
}
