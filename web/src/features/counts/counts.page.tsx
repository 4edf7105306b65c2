import { Page } from '../../ui/page.js';

export function CountsPage() {
  return <Page title="CountsPage">{null}</Page>;
}
