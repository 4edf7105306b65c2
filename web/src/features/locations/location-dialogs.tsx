import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { ActText } from '../../acts/act-text.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import type { Location } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { InUseSwitch } from '../../ui/in-use.js';
import { useUiWords } from '../../ui/words.js';
import { useLocationsWords } from './words.js';

export function AddLocation({ onClose }: { onClose: () => void }) {
  const say = useLocationsWords();
  const { siteId } = useSite();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const adding = useAct({
    post: (body: components['schemas']['NewLocationDto'], key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/locations', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: onClose,
  });
  return (
    <ActDialog
      title={say('addTitle')}
      button={say('addButton')}
      act={adding}
      ready={code !== '' && name.trim() !== ''}
      onSubmit={() => void adding.send({ code, name: name.trim() })}
      onClose={onClose}
    >
      <ActText
        act={adding}
        name="code"
        label={say('code')}
        description={say('codeHint')}
        value={code}
        onChange={(text) => setCode(text.trim().toUpperCase())}
        autoCapitalize="characters"
        maxLength={24}
        data-autofocus
        required
      />
      <ActText act={adding} name="name" label={say('name')} value={name} onChange={setName} required />
    </ActDialog>
  );
}

export function EditLocation({ location, onClose }: { location: Location; onClose: () => void }) {
  const say = useLocationsWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const { locationId, code } = location;
  const [name, setName] = useState(location.name);
  const [active, setActive] = useState(location.active);
  const changing = useAct({
    post: (body: components['schemas']['LocationChangeDto'], key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/locations/{locationId}/changes', {
          params: { path: { siteId, locationId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: onClose,
  });
  const change = {
    ...(name.trim() === location.name ? {} : { name: name.trim() }),
    ...(active === location.active ? {} : { active }),
  };
  return (
    <ActDialog
      title={say('editTitle', { code })}
      button={sayUi('save')}
      act={changing}
      ready={name.trim() !== '' && Object.keys(change).length > 0}
      onSubmit={() => void changing.send(change)}
      onClose={onClose}
    >
      <ActText act={changing} name="name" label={say('name')} value={name} onChange={setName} data-autofocus required />
      <InUseSwitch active={active} onChange={setActive} error={fieldWords(changing.problem, 'active')} />
    </ActDialog>
  );
}
