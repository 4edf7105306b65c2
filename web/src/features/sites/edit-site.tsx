import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { refreshMe } from '../../access/session.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { useUiWords } from '../../ui/words.js';
import { useSitesWords } from './words.js';

type Site = components['schemas']['SiteDetailsDto'];
type SiteChange = components['schemas']['SiteChangeDto'];

const COLUMNS = ['name', 'deaNumber', 'address'] as const;

/** What a site is called and how it is registered. A change of the registration is asked for its reason, as it is made. */
export function EditSite({ site, onClose }: { site: Site; onClose: () => void }) {
  const say = useSitesWords();
  const sayUi = useUiWords();
  const { siteId } = site;
  const [given, setGiven] = useState(() => ({ name: site.name, deaNumber: site.deaNumber, address: site.address }));
  const [reason, setReason] = useState('');
  const changing = useAct({
    post: (body: SiteChange, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/changes', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: () => {
      onClose();
      // The name stands in the head of every page.
      void refreshMe();
    },
  });
  const changed = COLUMNS.filter((column) => given[column].trim() !== site[column]);
  const isRegistration = changed.some((column) => column !== 'name');
  const field = (column: (typeof COLUMNS)[number]) => ({
    label: say(column),
    value: given[column],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setGiven((before) => ({ ...before, [column]: value })),
    error: fieldWords(changing.problem, column),
    required: true,
  });
  const ready =
    changed.length > 0 &&
    COLUMNS.every((column) => given[column].trim() !== '') &&
    (!isRegistration || reason.trim() !== '');
  return (
    <ActDialog
      title={say('editSite')}
      lead={say('editSiteLead')}
      button={sayUi('save')}
      act={changing}
      ready={ready}
      onSubmit={() =>
        void changing.send({
          ...Object.fromEntries(changed.map((column) => [column, given[column].trim()])),
          ...(isRegistration ? { reason: reason.trim() } : {}),
        })
      }
      onClose={onClose}
    >
      <TextInput {...field('name')} data-autofocus />
      <TextInput {...field('deaNumber')} autoCapitalize="characters" />
      <TextInput {...field('address')} />
      {isRegistration && (
        <Textarea
          label={say('editSiteReason')}
          description={say('editSiteReasonHint')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={fieldWords(changing.problem, 'reason')}
          maxLength={500}
          autosize
          minRows={2}
          required
        />
      )}
    </ActDialog>
  );
}
