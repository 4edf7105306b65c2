import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { ActText } from '../../acts/act-text.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import type { Product } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { InUseSwitch } from '../../ui/in-use.js';
import { useUiWords } from '../../ui/words.js';
import { emptied } from './emptied.js';
import { useCatalogWords } from './words.js';
import { UseDays } from './use-days.js';

export function EditProduct({ product, onClose }: { product: Product; onClose: () => void }) {
  const say = useCatalogWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const { productId, code } = product;
  const [name, setName] = useState(product.name);
  const [gtin, setGtin] = useState(product.gtin ?? '');
  const [beyondUseDays, setBeyondUseDays] = useState<number | ''>(product.beyondUseDays ?? '');
  const [active, setActive] = useState(product.active);
  const changing = useAct({
    post: (body: components['schemas']['ProductChangeDto'], key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/products/{productId}/changes', {
          params: { path: { siteId, productId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: onClose,
  });
  const change = {
    ...(name.trim() === product.name ? {} : { name: name.trim() }),
    ...(gtin === '' || gtin === product.gtin ? {} : { gtin }),
    ...(beyondUseDays === '' || beyondUseDays === product.beyondUseDays ? {} : { beyondUseDays }),
    ...(active === product.active ? {} : { active }),
    ...emptied({ gtin: [product.gtin, gtin], beyondUseDays: [product.beyondUseDays, beyondUseDays] }),
  };
  return (
    <ActDialog
      title={say('editTitle', { what: code })}
      button={sayUi('save')}
      act={changing}
      ready={name.trim() !== '' && Object.keys(change).length > 0}
      onSubmit={() => void changing.send(change)}
      onClose={onClose}
    >
      <ActText act={changing} name="name" label={say('name')} value={name} onChange={setName} data-autofocus required />
      <ActText
        act={changing}
        name="gtin"
        label={say('gtin')}
        description={say('gtinHint')}
        value={gtin}
        onChange={(text) => setGtin(text.trim())}
        inputMode="numeric"
      />
      <UseDays
        value={beyondUseDays}
        onChange={setBeyondUseDays}
        error={fieldWords(changing.problem, 'beyondUseDays')}
      />
      <InUseSwitch active={active} onChange={setActive} error={fieldWords(changing.problem, 'active')} />
    </ActDialog>
  );
}
