import { Switch, Text } from '@mantine/core';
import { Meaning } from './badges.js';
import { useUiWords } from './words.js';

/** Whether something a site knows (a place, a product, a partner) is in use. */
export function InUse({ active }: { active: boolean }) {
  const say = useUiWords();
  return active ? <Text>{say('inUse')}</Text> : <Meaning is="missing">{say('outOfUse')}</Meaning>;
}

/** Takes it out of use and back. Why not, if it is not possible, the ledger says: something of it is still there. */
export function InUseSwitch({
  active,
  onChange,
  error,
}: {
  active: boolean;
  onChange: (active: boolean) => void;
  error?: string | undefined;
}) {
  const say = useUiWords();
  return (
    <Switch
      size="lg"
      label={say('inUse')}
      description={say('inUseHint')}
      checked={active}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      error={error}
    />
  );
}
