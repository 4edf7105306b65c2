import { Button, Group, Paper, Progress, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useDraft } from '../../access/drafts.js';
import { useSite } from '../../access/site.js';
import { HappenedEarlier, occurrenceOf } from '../../acts/happened-earlier.js';
import { useAsksSecondPerson } from '../../acts/policy.js';
import { refusalWords } from '../../acts/refusal-words.js';
import { SigningDialog } from '../../acts/signing-dialog.js';
import type { ToSignTogether } from '../../acts/signing.js';
import { useActs } from '../../acts/use-acts.js';
import { useLocations, useProducts, useSuppliers } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import { ledgerNow } from '../../api/ledger-clock.js';
import type { components } from '../../api/schema.gen.js';
import { isoDay } from '../../i18n/format.js';
import { MainButton } from '../../ui/main-button.js';
import { LineLostNote } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { missing, NEW_SUPPLIER, NOTHING_YET, open, type DeliveryDraft } from './draft.js';
import { DeliverySummary } from './delivery-summary.js';
import { LineCard } from './line-card.js';
import { bodyOf, typedLine, type Line } from './lines.js';
import { ScanSaid } from './scan-said.js';
import { SupplierFields } from './supplier-fields.js';
import { useDeliveryScans } from './use-delivery-scans.js';
import { useReceivingWords } from './words.js';

type ReceiptBody = components['schemas']['ReceiptDto'];

/** A delivery: who sent it, then scan, scan, scan; counted against invoiced; the second person signs all lots at once. */
export function NewDeliveryPage() {
  const say = useReceivingWords();
  const { siteId, timeZone } = useSite();
  const navigate = useNavigate();
  const draft = useDraft(`delivery:${siteId}`, NOTHING_YET);
  const { value, patch } = draft;
  const { products, inUse: productsInUse, byId } = useProducts(siteId);
  const { suppliers } = useSuppliers(siteId);
  const { locations, inUse: placesInUse } = useLocations(siteId);
  const asksSecond = useAsksSecondPerson('receipt');
  const [toSign, setToSign] = useState<ToSignTogether>();
  const said = useDeliveryScans(draft, products);
  const changeLine = (key: string, some: Partial<Line>) =>
    draft.set((now) => ({ ...now, lines: now.lines.map((line) => (line.key === key ? { ...line, ...some } : line)) }));
  const acts = useActs<ReceiptBody, components['schemas']['ReceivedDto'] & { seq: number }>({
    post: (body, key) =>
      answer(
        api.POST('/api/v1/sites/{siteId}/receipts', {
          params: { path: { siteId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: (key, { receiptId, seq, discrepancyId }) =>
      changeLine(key, { recorded: { receiptId, seq, differs: discrepancyId !== undefined } }),
  });
  const isDone = value.lines.length > 0 && open(value).length === 0;
  const firstReceipt = value.lines[0]?.recorded?.receiptId;
  useEffect(() => {
    if (!isDone || firstReceipt === undefined) return;
    draft.clear();
    void navigate({ to: `/sites/${siteId}/deliveries/${firstReceipt}` as string, search: { new: 1 } as never });
  }, [isDone, firstReceipt, siteId, navigate, draft]);

  const today = isoDay(new Date(ledgerNow()), timeZone);
  const lacking = missing(value);
  /** `anew`: every line is another act, also where it was not refused. */
  const begin = (anew = false) => {
    // A refused line is a new act: a key of the signer's may have signed the old one.
    const lines = value.lines.map((line) => (anew || acts.problems.has(line.key) ? { ...line, key: uuidv7() } : line));
    patch({ lines });
    acts.clearProblems();
    const together = open({ ...value, lines }).map((line) => ({
      key: line.key,
      body: receiptOf(value, line, timeZone),
    }));
    if (asksSecond) setToSign({ act: 'receipts', together });
    else void acts.send(together);
  };
  const problemOf = (line: Line) => acts.problems.get(line.key);
  const supplierProblem = value.lines.map(problemOf).find((one) => one?.field?.startsWith('supplier'));

  return (
    <Page
      title={say('newDelivery')}
      actions={
        value !== NOTHING_YET && (
          <Button variant="subtle" onClick={() => confirm(say('startOverSure')) && draft.clear()}>
            {say('startOver')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        <SupplierFields
          suppliers={suppliers}
          supplierId={value.supplierId}
          typed={value.typed}
          onChoose={(supplierId) => patch({ supplierId })}
          onType={(some) => patch({ typed: { ...value.typed, ...some } })}
          error={supplierProblem && refusalWords(supplierProblem).detail}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={say('invoice')}
            description={say('invoiceHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={value.invoice}
            onChange={(event) => patch({ invoice: event.currentTarget.value })}
            maxLength={40}
            autoComplete="off"
            required
          />
          <Select
            label={say('place')}
            data={placesInUse.map((one) => ({ value: one.locationId, label: `${one.name} (${one.code})` }))}
            value={value.locationId}
            onChange={(locationId) => patch({ locationId })}
            searchable
            selectFirstOptionOnChange
            required
          />
        </SimpleGrid>
      </Stack>
      <ScanSaid said={said.last} byId={byId} today={today} />
      <Stack gap="md" aria-live="off">
        {value.lines.map((line) => (
          <LineCard
            key={line.key}
            line={line}
            product={byId.get(line.productId)}
            today={today}
            problem={problemOf(line)}
            onChange={(some) => changeLine(line.key, some)}
            onRemove={() => patch({ lines: value.lines.filter((one) => one !== line) })}
          />
        ))}
      </Stack>
      <ByHand
        products={productsInUse.map((one) => ({ value: one.productId, label: one.code }))}
        onAdd={(productId) => patch({ lines: [...value.lines, typedLine(productId, uuidv7())] })}
      />
      <HappenedEarlier
        value={value.earlier}
        onChange={(earlier) => patch({ earlier })}
        problem={[...acts.problems.values()][0]}
      />
      {acts.waiting && <LineLostNote onAgain={acts.again} busy={acts.sending} />}
      {acts.sending && (
        <div role="status">
          <Text>{say('recording', { done: acts.answered, count: open(value).length })}</Text>
          <Progress value={(acts.answered / Math.max(1, value.lines.length)) * 100} aria-label={say('recorded')} />
        </div>
      )}
      {lacking.length > 0 && value !== NOTHING_YET && (
        <Text c="dimmed">
          {say('stillMissing')}: {lacking.map((what) => say(`miss_${what}`)).join(', ')}.
        </Text>
      )}
      <Group justify="flex-end">
        <MainButton onClick={() => begin()} disabled={lacking.length > 0 || acts.sending}>
          {say(asksSecond ? 'sign' : 'record', { count: open(value).length })}
        </MainButton>
      </Group>
      <SigningDialog
        toSign={toSign}
        meaning="checked"
        summary={
          <DeliverySummary draft={value} suppliers={suppliers} locations={locations} byId={byId} today={today} />
        }
        onAnew={() => begin(true)}
        onClose={() => setToSign(undefined)}
        onSigned={(tokens) => {
          const signed = toSign?.together.map(({ key, body }, nth) => ({
            key,
            body: { ...(body as ReceiptBody), signatures: [tokens[nth] as string] },
          }));
          setToSign(undefined);
          void acts.send(signed ?? []);
        }}
      />
    </Page>
  );
}

/** The receipt of one line, word for word as it is signed and sent. */
function receiptOf(draft: DeliveryDraft, line: Line, timeZone: string): ReceiptBody & Record<string, unknown> {
  const { supplierId, typed, invoice, locationId, earlier } = draft;
  const { name, deaNumber, address } = typed;
  return {
    supplier:
      supplierId === NEW_SUPPLIER
        ? { name: name.trim(), deaNumber: deaNumber.trim(), address: address.trim() }
        : { supplierId: supplierId ?? '' },
    invoice: invoice.trim(),
    locationId: locationId ?? '',
    ...bodyOf(line),
    ...occurrenceOf(earlier, timeZone),
  };
}

function ByHand({
  products,
  onAdd,
}: {
  products: readonly { value: string; label: string }[];
  onAdd: (productId: string) => void;
}) {
  const say = useReceivingWords();
  const [productId, setProductId] = useState<string | null>(null);
  return (
    <Paper withBorder p="md" bg="transparent">
      <Group align="flex-end">
        <Select
          label={say('byHand')}
          placeholder={say('byHandHint')}
          data={[...products]}
          value={productId}
          onChange={setProductId}
          searchable
          selectFirstOptionOnChange
          flex={1}
          miw="12rem"
        />
        <Button
          variant="default"
          disabled={productId === null}
          onClick={() => {
            if (productId !== null) onAdd(productId);
            setProductId(null);
          }}
        >
          {say('add')}
        </Button>
      </Group>
    </Paper>
  );
}
