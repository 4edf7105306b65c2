import { Page } from '../../ui/page.js';

export function WastesPage() {
  return <Page title="WastesPage">{null}</Page>;
}
