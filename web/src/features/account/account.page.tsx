import { Page } from '../../ui/page.js';
import { KeysSection } from './keys/keys-section.js';
import { useKeyWords } from './keys/words.js';

/** One's own account. */
export function AccountPage() {
  const say = useKeyWords();
  return (
    <Page title={say('title')}>
      <KeysSection />
    </Page>
  );
}
