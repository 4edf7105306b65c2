import { Page } from '../../ui/page.js';

export function DiscrepanciesPage() {
  return <Page title="DiscrepanciesPage">{null}</Page>;
}
