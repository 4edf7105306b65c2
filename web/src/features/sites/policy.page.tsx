import { Page } from '../../ui/page.js';

export function PolicyPage() {
  return <Page title="PolicyPage">{null}</Page>;
}
