import { OneOfField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

export class DiscrepanciesQuery extends PageQuery {
  @OneOfField({ description: 'Left out: all, open ones first.', of: ['open', 'resolved'], optional: true })
  status?: 'open' | 'resolved';
}
