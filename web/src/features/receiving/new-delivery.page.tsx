import { Page } from '../../ui/page.js';

export function NewDeliveryPage() {
  return <Page title="NewDeliveryPage">{null}</Page>;
}
