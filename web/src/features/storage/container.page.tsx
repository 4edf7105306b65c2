import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowRightLeft, BookOpen, Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { useLocations, useProducts } from '../../api/catalog.js';
import { answer, api } from '../../api/client.js';
import { ledgerNow } from '../../api/ledger-clock.js';
import { containerOf } from '../../api/reads.js';
import { dateTime, day, isoDay } from '../../i18n/format.js';
import { InspectionLink } from '../../records/inspection-link.js';
import type { Label } from '../../ui/labels/label-sheet.js';
import { CautionNote, Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { quantity } from '../../ui/quantity.js';
import { strength } from '../../ui/strength.js';
import { momentsOf } from './life.js';
import { LifePicture } from './life-picture.js';
import { IN_USE, lastDayOf, useLife } from './queries.js';
import { useStorageWords } from './words.js';

const LabelsDialog = lazy(() => import('../../ui/labels/labels-dialog.js'));

/** One container: what and where it is, until when it may be used, and its life from receipt to patient and waste. */
export function ContainerPage() {
  const say = useStorageWords();
  const may = useMay();
  const { siteId, timeZone } = useSite();
  const { container: label } = useParams({ strict: false }) as { container: string };
  const container = useQuery(containerOf(siteId, label));
  const life = useLife(siteId, label);
  const { byId } = useProducts(siteId);
  const locations = useLocations(siteId);
  const [printing, setPrinting] = useState(false);
  if (container.isError) return <Empty title={say('notFound')}>{say('noneHint')}</Empty>;
  if (!container.data) return <Waiting />;
  const one = container.data;
  const product = byId.get(one.productId);
  const isHere = IN_USE.includes(one.state);
  const isPast = isHere && lastDayOf(one) < isoDay(new Date(ledgerNow()), timeZone);
  return (
    <Page
      title={one.label}
      lead={product && `${product.name} · ${strength(product)}`}
      actions={
        <>
          <InspectionLink of={{ kind: 'container', subject: one.label }} />
          <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={() => setPrinting(true)}>
            {say('label_print')}
          </Button>
          {may('move:record') && one.state === 'sealed' && (
            <Button
              leftSection={<ArrowRightLeft size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link
                  to={`/sites/${siteId}/stock/move` as string}
                  search={{ container: one.label } as never}
                  {...props}
                />
              )}
            >
              {say('moveThis')}
            </Button>
          )}
        </>
      }
    >
      {isPast && <CautionNote>{say(one.state === 'open' ? 'pastUse' : 'pastUseSealed')}</CautionNote>}
      <Paper withBorder p="md">
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Group gap="sm">
              <Badge size="lg" variant="outline" color={one.state === 'open' ? 'petrol' : 'gray'} autoContrast>
                {say(`state_${one.state}`)}
              </Badge>
              <Text fw={600}>{locations.byId.get(one.locationId)?.name ?? one.locationCode}</Text>
            </Group>
            <Text>
              {say('lot')} {one.lotNumber}
              {one.serial === undefined ? '' : ` · ${say('serial')} ${one.serial}`}
            </Text>
            <Text>
              {say('expires', { day: day(one.expiresOn) })}
              {one.beyondUseOn === undefined ? '' : ` · ${say('beyondUse', { day: day(one.beyondUseOn) })}`}
            </Text>
            {one.openedAt !== undefined && <Text>{say('opened', { when: dateTime(one.openedAt, timeZone) })}</Text>}
            {one.reservedForPatientId !== undefined && <Text fw={600}>{say('reserved')}</Text>}
          </Stack>
          {may('report:read') && <Book label={one.label} />}
        </Group>
      </Paper>
      {life.isError && <ReadFailed onRetry={() => void life.refetch()} />}
      {life.isPending && <Waiting />}
      {life.data && product && (
        <LifePicture
          moments={momentsOf(life.data, one.containerId, product.labelAmountMg)}
          locations={locations.byId}
        />
      )}
      {printing && (
        <Suspense>
          <LabelsDialog
            labels={[labelOf(one.label, product ? `${product.code} ${strength(product)}` : one.productCode, one)]}
            onClose={() => setPrinting(false)}
          />
        </Suspense>
      )}
    </Page>
  );

  function labelOf(code: string, first: string, of: { lotNumber: string; expiresOn: string }): Label {
    return {
      code,
      lines: [
        first,
        ...(product ? [product.name] : []),
        `${say('lot')} ${of.lotNumber}`,
        say('expires', { day: day(of.expiresOn) }),
      ],
    };
  }
}

/** What the book says is told to who reads reports, when they ask, and the asking is a record. */
function Book({ label }: { label: string }) {
  const say = useStorageWords();
  const { siteId } = useSite();
  const [asked, setAsked] = useState(false);
  const book = useQuery({
    queryKey: ['book', siteId, label],
    enabled: asked,
    // Asked once: each look is a record, and nobody looks by leaving the page open.
    staleTime: 'static',
    gcTime: 0,
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/containers/{container}/book', {
          params: { path: { siteId, container: label } },
        }),
      ),
  });
  if (!book.data)
    return (
      <Stack gap={2} align="flex-start">
        <Button
          variant="default"
          loading={asked && book.isFetching}
          leftSection={<BookOpen size={18} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {say('askBook')}
        </Button>
        <Text size="sm" c="dimmed">
          {say('askBookHint')}
        </Text>
      </Stack>
    );
  const { bookAmountMg, bookVolumeMl, seq } = book.data;
  return (
    <Stack gap={2} role="status">
      <Text c="dimmed">{say('book')}</Text>
      <Text size="xl" fw={700}>
        {quantity({ amountMg: bookAmountMg, ...(bookVolumeMl === undefined ? {} : { volumeMl: bookVolumeMl }) })}
      </Text>
      <Text size="sm" c="dimmed">
        {say('bookRecorded', { seq })}
      </Text>
    </Stack>
  );
}
