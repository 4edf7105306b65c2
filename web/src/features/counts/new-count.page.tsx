import { Page } from '../../ui/page.js';

export function NewCountPage() {
  return <Page title="NewCountPage">{null}</Page>;
}
