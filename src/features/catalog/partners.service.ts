import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { addPrescriber, type NewPrescriber } from '../../domain/acts/add-prescriber.js';
import { changeReference, referenceReads, type ReferenceChange } from '../../domain/acts/change-reference.js';
import { addSupplier, supplierReads } from '../../domain/acts/add-supplier.js';
import { verifiedDeaNumber, verifiedNpi } from '../../interop/verified.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type {
  NewPrescriberDto,
  NewSupplierDto,
  PrescriberChangeDto,
  PrescriberDto,
  SupplierChangeDto,
  SupplierDto,
} from './partners.dto.js';

interface SupplierRow {
  readonly supplier_id: string;
  readonly name: string;
  readonly dea_number: string;
  readonly address: string;
  readonly active: boolean;
}

interface PrescriberRow {
  readonly prescriber_id: string;
  readonly name: string;
  readonly dea_number: string | null;
  readonly npi: string | null;
  readonly person_id: string | null;
  readonly active: boolean;
}

/** Who sends stock and who orders doses: business names, not personal data of patients. */
@Injectable()
export class PartnersService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  addSupplier(act: ActContext, { name, deaNumber, address }: NewSupplierDto): Promise<Posted> {
    const supplier = { supplierId: uuidv7(), name, deaNumber: verifiedDeaNumber(deaNumber, 'deaNumber'), address };
    return this.ledger.post({
      ...requested(act),
      type: 'supplier_added',
      reads: supplierReads(supplier),
      decide: addSupplier(supplier),
    });
  }

  changeSupplier(act: ActContext, id: string, { name, address, active }: SupplierChangeDto): Promise<Posted> {
    return this.#change(act, { table: 'supplier', id, to: { name, address, active } });
  }

  changePrescriber(act: ActContext, id: string, body: PrescriberChangeDto): Promise<Posted> {
    const { name, active, clear } = body;
    const deaNumber = body.deaNumber === undefined ? undefined : verifiedDeaNumber(body.deaNumber, 'deaNumber');
    const npi = body.npi === undefined ? undefined : verifiedNpi(body.npi, 'npi');
    return this.#change(act, { table: 'prescriber', id, to: { name, deaNumber, npi, active }, clear });
  }

  #change(act: ActContext, change: ReferenceChange): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: `${change.table}_changed`,
      reads: referenceReads(change),
      decide: changeReference(change),
    });
  }

  suppliers(siteId: string, page: PageQuery): Promise<Page<SupplierDto>> {
    return listPage<SupplierRow, SupplierDto>(this.source, {
      sql: 'SELECT supplier_id, name, dea_number, address, coalesce(active, true) AS active FROM countersign.supplier WHERE site_id = $1',
      params: [siteId],
      by: { name: 'name', supplier_id: 'supplier_id' },
      page,
      item: (row) => ({
        supplierId: row.supplier_id,
        name: row.name,
        deaNumber: row.dea_number,
        address: row.address,
        active: row.active,
      }),
    });
  }

  async addPrescriber(act: ActContext, { name, deaNumber, npi, personId }: NewPrescriberDto): Promise<Posted> {
    const prescriber: NewPrescriber = {
      prescriberId: uuidv7(),
      name,
      deaNumber: deaNumber === undefined ? undefined : verifiedDeaNumber(deaNumber, 'deaNumber'),
      npi: npi === undefined ? undefined : verifiedNpi(npi, 'npi'),
      person: personId === undefined ? undefined : { personId, isKnown: await this.#isPerson(personId) },
    };
    return this.ledger.post({
      ...requested(act),
      type: 'prescriber_added',
      reads: [],
      decide: addPrescriber(prescriber),
    });
  }

  prescribers(siteId: string, page: PageQuery): Promise<Page<PrescriberDto>> {
    return listPage<PrescriberRow, PrescriberDto>(this.source, {
      sql: 'SELECT prescriber_id, name, dea_number, npi, person_id, active FROM countersign.prescriber WHERE site_id = $1',
      params: [siteId],
      by: { name: 'name', prescriber_id: 'prescriber_id' },
      page,
      item: (row) => ({
        prescriberId: row.prescriber_id,
        name: row.name,
        deaNumber: row.dea_number ?? undefined,
        npi: row.npi ?? undefined,
        personId: row.person_id ?? undefined,
        active: row.active,
      }),
    });
  }

  /** People are of the organisation, and are never removed: this holds until the act is decided. */
  async #isPerson(personId: string): Promise<boolean> {
    const found: unknown[] = await this.source.query('SELECT FROM countersign.person WHERE person_id = $1', [personId]);
    return found.length > 0;
  }
}
