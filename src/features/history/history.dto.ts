import { OneOfField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

export class HistoryQuery extends PageQuery {
  @OneOfField({ description: 'Left out: `oldest` first.', of: ['oldest', 'newest'], optional: true })
  first?: 'oldest' | 'newest';
}
