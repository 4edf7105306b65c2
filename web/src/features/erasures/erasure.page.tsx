import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import { FindPatient } from '../../care/find-patient.js';
import { ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Erased, type ErasureDone } from './erased.js';
import { EraseForm } from './erase-form.js';
import { Standing } from './standing.js';
import { useErasureWords } from './words.js';

interface ErasureDraft {
  readonly patientId: string;
  readonly done?: ErasureDone;
}
const NOBODY_YET: ErasureDraft = { patientId: '' };

/** A compliance officer has what is known of a patient destroyed, with a second person, once the site need not keep it. */
export function ErasurePage() {
  const say = useErasureWords();
  const { siteId } = useSite();
  const draft = useDraft(`erasure:${siteId}`, NOBODY_YET);
  const { patientId, done } = draft.value;
  return (
    <Page title={say('title')} lead={say('lead')}>
      {done ? (
        <Erased of={done} onRest={() => draft.set({ patientId: done.patientId })} onAnother={draft.clear} />
      ) : (
        <>
          <FindPatient patientId={patientId} onPatient={(id) => draft.set({ patientId: id })} />
          {patientId === '' ? (
            <Text c="dimmed">{say('firstFind')}</Text>
          ) : (
            <OnePatient key={patientId} patientId={patientId} onErased={(erased) => draft.patch({ done: erased })} />
          )}
        </>
      )}
    </Page>
  );
}

function OnePatient({ patientId, onErased }: { patientId: string; onErased: (done: ErasureDone) => void }) {
  const { siteId } = useSite();
  const erasable = useQuery({
    queryKey: ['erasable', siteId, patientId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/patients/{patientId}/erasable', { params: { path: { siteId, patientId } } }),
      ),
  });
  if (erasable.isPending) return <Waiting />;
  if (erasable.isError) return <ReadFailed onRetry={() => void erasable.refetch()} />;
  const { allowed, recordCount } = erasable.data;
  return (
    <>
      <Standing of={erasable.data} />
      {allowed && recordCount > 0 && <EraseForm of={erasable.data} onErased={onErased} />}
    </>
  );
}
