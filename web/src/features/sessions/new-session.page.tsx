import { Page } from '../../ui/page.js';

export function NewSessionPage() {
  return <Page title="NewSessionPage">{null}</Page>;
}
