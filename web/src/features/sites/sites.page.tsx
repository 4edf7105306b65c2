import { Page } from '../../ui/page.js';

export function SitesPage() {
  return <Page title="SitesPage">{null}</Page>;
}
