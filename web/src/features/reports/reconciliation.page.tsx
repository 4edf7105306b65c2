import { Page } from '../../ui/page.js';

export function ReconciliationPage() {
  return <Page title="ReconciliationPage">{null}</Page>;
}
