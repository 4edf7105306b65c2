import { Page } from '../../ui/page.js';

export function ContainerPage() {
  return <Page title="ContainerPage">{null}</Page>;
}
