import { Page } from '../../ui/page.js';

export function StockPage() {
  return <Page title="StockPage">{null}</Page>;
}
