import { Page } from '../../ui/page.js';

export function RecordPage() {
  return <Page title="RecordPage">{null}</Page>;
}
