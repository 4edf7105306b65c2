import { Page } from '../../ui/page.js';

export function TodayPage() {
  return <Page title="TodayPage">{null}</Page>;
}
