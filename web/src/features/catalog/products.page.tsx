import { Page } from '../../ui/page.js';

export function ProductsPage() {
  return <Page title="ProductsPage">{null}</Page>;
}
