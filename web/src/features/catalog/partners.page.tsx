import { Page } from '../../ui/page.js';

export function PartnersPage() {
  return <Page title="PartnersPage">{null}</Page>;
}
