import { OneOfField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DISCREPANCY_STATUSES, type DiscrepancyStatus } from './discrepancies.answers.js';

export class DiscrepanciesQuery extends PageQuery {
  @OneOfField({ description: 'Left out: all, open ones first.', of: DISCREPANCY_STATUSES, optional: true })
  status?: DiscrepancyStatus;
}
