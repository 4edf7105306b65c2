import { AmountField, CountField, IdField, OneOfField, SignedFields, TextField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { COUNT_METHODS, type CountMethod } from './counts.answers.js';

export class CountDto extends SignedFields {
  @IdField({ description: 'Where sealed containers are counted.', optional: true })
  locationId?: string;

  @IdField({ description: 'Which product’s sealed containers are counted.', optional: true })
  productId?: string;

  @CountField({ description: 'How many sealed containers are there.', min: 0, max: 100_000, optional: true })
  countedContainers?: number;

  @TextField({
    description: 'Label or id of an open container that is measured instead.',
    example: '20260831-0002-01',
    optional: true,
    max: 64,
  })
  container?: string;

  @AmountField({ description: 'What is measured as left in an open vial, in mL.', example: '4.2', optional: true })
  measuredVolumeMl?: string;

  @CountField({ description: 'How many devices are left in an open kit.', min: 0, max: 10_000, optional: true })
  deviceCount?: number;

  @OneOfField({
    description: 'Left out: `exact` for what is counted, `measured` for a volume.',
    of: COUNT_METHODS,
    optional: true,
  })
  method?: CountMethod;
}

export class CountsQuery extends PageQuery {
  @IdField({ description: 'Only at this location.', optional: true })
  locationId?: string;

  @IdField({ description: 'Only of this product.', optional: true })
  productId?: string;
}

export class CountSheetQuery {
  @IdField({ description: 'The location to be counted.' })
  locationId!: string;
}
