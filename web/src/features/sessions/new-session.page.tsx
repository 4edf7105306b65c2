import { NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ROUTES } from '../../../../src/domain/dose-route.js';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { HappenedEarlier, JUST_NOW, occurrenceOf, type Earlier } from '../../acts/happened-earlier.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { useLocations, usePrescribers, useProducts } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { MainButton } from '../../ui/main-button.js';
import { Page } from '../../ui/page.js';
import { OrderFields, orderOf, NO_ORDER, type OrderDraft } from './order-fields.js';
import { PatientSearch } from './patient-search.js';
import { useSessionWords } from './words.js';

type Start = components['schemas']['StartSessionDto'];
type Route = Start['route'];

interface NewDraft {
  readonly patientId: string;
  readonly productId: string;
  readonly prescriberId: string;
  readonly locationId: string;
  /** Empty: the usual one of the product's form. */
  readonly route: Route | '';
  readonly order: OrderDraft;
  readonly indication: string;
  readonly earlier: Earlier;
}
const NOTHING: NewDraft = {
  patientId: '',
  productId: '',
  prescriberId: '',
  locationId: '',
  route: '',
  order: NO_ORDER,
  indication: '',
  earlier: JUST_NOW,
};
const USUAL_ROUTE = { injection: 'intravenous', nasal_device: 'intranasal', solid: 'oral' } as const;

/** A treatment begins: who, of which order, in which room. What it comes to is shown before it counts. */
export function NewSessionPage() {
  const say = useSessionWords();
  const { siteId, timeZone } = useSite();
  const navigate = useNavigate();
  const draft = useDraft<NewDraft>('new session', NOTHING);
  const choices = useChoices(draft.value);
  const { patientId, indication, earlier } = draft.value;
  const { product, productId, prescriberId, locationId, route } = choices;
  const [noPatient, setNoPatient] = useState(false);
  const act = useAct<Start, { sessionId: string }>({
    name: 'new session',
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/sessions', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: ({ sessionId }) => {
      rememberRoom(siteId, locationId);
      draft.clear();
      void navigate({ to: '/sites/$siteId/sessions/$sessionId', params: { siteId, sessionId } });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (patientId === '') return setNoPatient(true);
    void act.send({
      patientId,
      productId,
      prescriberId,
      locationId,
      route,
      order: orderOf(draft.value.order),
      ...(indication.trim() === '' ? {} : { indication: indication.trim() }),
      ...occurrenceOf(earlier, timeZone),
    });
  };
  const wrong = (field: string) => fieldWords(act.problem, field);
  return (
    <Page title={say('newSession')}>
      <Stack gap="lg">
        <PatientSearch
          patientId={patientId}
          onPatient={(id) => {
            draft.patch({ patientId: id });
            setNoPatient(false);
          }}
          error={noPatient ? say('noPatientYet') : wrong('patientId')}
        />
        <form onSubmit={send}>
          <Stack gap="lg">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Choice
                label={say('product')}
                value={productId}
                of={choices.products.map((one) => [one.productId, `${one.name} (${one.code})`])}
                onChange={(id) => draft.patch({ productId: id, route: '' })}
                error={wrong('productId')}
              />
              <Choice
                label={say('room')}
                value={locationId}
                of={choices.locations.map((one) => [one.locationId, one.name])}
                onChange={(id) => draft.patch({ locationId: id })}
                error={wrong('locationId')}
              />
              <Choice
                label={say('prescriber')}
                value={prescriberId}
                of={choices.prescribers.map((one) => [one.prescriberId, one.name])}
                onChange={(id) => draft.patch({ prescriberId: id })}
                error={wrong('prescriberId')}
              />
              <Choice
                label={say('route')}
                value={route}
                of={ROUTES.map((one) => [one, say(`route_${one}`)])}
                onChange={(one) => draft.patch({ route: one as Route })}
                error={wrong('route')}
              />
            </SimpleGrid>
            <OrderFields
              value={draft.value.order}
              onChange={(order) => draft.patch({ order })}
              product={product}
              problem={act.problem}
            />
            <Textarea
              label={say('indication')}
              description={say('indicationHint')}
              value={indication}
              onChange={({ currentTarget }) => draft.patch({ indication: currentTarget.value })}
              maxLength={500}
              autosize
            />
            <HappenedEarlier
              value={earlier}
              onChange={(next) => draft.patch({ earlier: next })}
              problem={act.problem}
            />
            <ActNotes act={act} />
            <MainButton type="submit" loading={act.sending} disabled={act.waiting}>
              {say('begin')}
            </MainButton>
            <Text size="sm" c="dimmed">
              {say('beginHint')}
            </Text>
          </Stack>
        </form>
      </Stack>
    </Page>
  );
}

/** What there is to choose from, and what stands for a field that nobody has touched: the only one, the room of this device. */
function useChoices(draft: NewDraft) {
  const { siteId } = useSite();
  const products = useProducts(siteId).inUse;
  const locations = useLocations(siteId).inUse;
  const prescribers = usePrescribers(siteId).inUse;
  const productId = draft.productId || products[0]?.productId || '';
  const product = products.find((one) => one.productId === productId);
  const known = locations.find((one) => one.locationId === roomOfDevice(siteId));
  return {
    products,
    locations,
    prescribers,
    product,
    productId,
    locationId: draft.locationId || (known ?? locations[0])?.locationId || '',
    prescriberId: draft.prescriberId || prescribers[0]?.prescriberId || '',
    route: (draft.route || USUAL_ROUTE[product?.form ?? 'injection']) as Route,
  };
}

function Choice({
  label,
  value,
  of,
  onChange,
  error,
}: {
  label: string;
  value: string;
  of: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
  error: string | undefined;
}) {
  return (
    <NativeSelect
      label={label}
      data={of.map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      required
    />
  );
}

/** The room in which this device was last used to begin a session: of the device, and no fact about a person. */
function roomOfDevice(siteId: string): string | null {
  return localStorage.getItem(`countersign.room.${siteId}`);
}

function rememberRoom(siteId: string, locationId: string): void {
  localStorage.setItem(`countersign.room.${siteId}`, locationId);
}
