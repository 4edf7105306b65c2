import { Page } from '../../ui/page.js';

export function ReportsPage() {
  return <Page title="ReportsPage">{null}</Page>;
}
