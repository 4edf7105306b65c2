import { Page } from '../../ui/page.js';

export function LogPage() {
  return <Page title="LogPage">{null}</Page>;
}
