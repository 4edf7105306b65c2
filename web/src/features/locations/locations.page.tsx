import { Page } from '../../ui/page.js';

export function LocationsPage() {
  return <Page title="LocationsPage">{null}</Page>;
}
