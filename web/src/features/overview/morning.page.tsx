import { Page } from '../../ui/page.js';

export function MorningPage() {
  return <Page title="MorningPage">{null}</Page>;
}
