import { Anchor, Box, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowRightLeft, Search } from 'lucide-react';
import { useState } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { useLocations, useProducts } from '../../api/catalog.js';
import { ledgerNow } from '../../api/ledger-clock.js';
import { isCivilDate } from '../../../../src/domain/civil-date.js';
import { day, isoDay } from '../../i18n/format.js';
import { scanned } from '../../scan/scans.js';
import { asTheyCome, DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { BookStock } from './book-stock.js';
import { IN_USE, lastDayOf, SHOWN, useContainers, type Container, type Shown, type StockFilter } from './queries.js';
import { DayBadge, StateBadge } from './state-badge.js';
import { useStorageWords } from './words.js';

const SOON_MS = 90 * 86_400_000;

/** What is where, what expires and what may not be used any more. How much there is stands nowhere: counts are blind. */
export function StockPage() {
  const say = useStorageWords();
  const may = useMay();
  const { siteId, timeZone } = useSite();
  const { show = 'in_stock', location, product, from } = useSearch({ strict: false }) as Partial<StockFilter>;
  const filter: StockFilter = {
    show: SHOWN.find((one) => one === show) ?? 'in_stock',
    ...(location === undefined ? {} : { location }),
    ...(product === undefined ? {} : { product }),
    ...(from === undefined ? {} : { from }),
  };
  const soonBefore = isoDay(new Date(ledgerNow() + SOON_MS), timeZone);
  const containers = useContainers(siteId, filter, soonBefore);
  const { rows } = containers;
  const columns = asTheyCome(useColumns());
  return (
    <Page
      title={say('stock')}
      lead={say('blind')}
      wide
      actions={
        may('move:record') && (
          <Button
            leftSection={<ArrowRightLeft size={18} aria-hidden />}
            renderRoot={(props) => <Link to={`/sites/${siteId}/stock/move` as string} {...props} />}
          >
            {say('move')}
          </Button>
        )
      }
    >
      <Group align="flex-end" gap="sm">
        <FindByLabel />
        <Filters filter={filter} />
      </Group>
      {containers.isPending && <Waiting />}
      {containers.isError && <ReadFailed onRetry={containers.retry} />}
      {!containers.isPending && !containers.isError && rows.length === 0 && (
        <Empty title={say(filter.show === 'unusable' ? 'noneUnusable' : 'none')}>
          {filter.show === 'in_stock' ? say('noneHint') : undefined}
        </Empty>
      )}
      {rows.length > 0 && (
        <DataList
          label={say('stock')}
          columns={columns}
          rows={rows}
          rowKey={({ nth }) => String(nth)}
          more={containers.more}
          onShown={containers.onShown}
          onEnd={containers.onEnd}
          uncounted
        />
      )}
      {may('report:read') && <BookStock location={location} product={product} />}
    </Page>
  );
}

function useColumns(): readonly Column<Container>[] {
  const say = useStorageWords();
  const { siteId, timeZone } = useSite();
  const { byId } = useProducts(siteId);
  const today = isoDay(new Date(ledgerNow()), timeZone);
  const soon = isoDay(new Date(ledgerNow() + SOON_MS), timeZone);
  return [
    {
      key: 'label',
      title: say('label'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ label, productCode }) => (
        <>
          <Anchor
            renderRoot={(props) => (
              <Link to={`/sites/${siteId}/containers/${encodeURIComponent(label)}` as string} {...props} />
            )}
          >
            {label}
          </Anchor>
          <Text size="sm" c="dimmed" hiddenFrom="sm">
            {productCode}
          </Text>
        </>
      ),
    },
    {
      key: 'product',
      title: say('product'),
      wideOnly: true,
      cell: ({ productId, productCode }) => (
        <>
          {productCode}
          <Text size="sm" c="dimmed" visibleFrom="md" truncate>
            {byId.get(productId)?.name}
          </Text>
        </>
      ),
    },
    { key: 'lot', title: say('lot'), wideOnly: true, width: 'minmax(0, 0.8fr)', cell: ({ lotNumber }) => lotNumber },
    {
      key: 'place',
      title: say('place'),
      wideOnly: true,
      width: 'minmax(0, 0.7fr)',
      cell: ({ locationCode }) => locationCode,
    },
    {
      key: 'state',
      title: say('state'),
      width: 'minmax(0, 0.9fr)',
      cell: ({ state, locationCode }) => (
        <>
          <StateBadge state={state} />
          <Text size="sm" c="dimmed" hiddenFrom="sm">
            {locationCode}
          </Text>
        </>
      ),
    },
    {
      key: 'last',
      title: say('lastDay'),
      width: 'minmax(0, 1fr)',
      cell: (one) => (
        <>
          {day(lastDayOf(one))}{' '}
          {IN_USE.includes(one.state) && <DayBadge last={lastDayOf(one)} today={today} soon={soon} />}
        </>
      ),
    },
  ];
}

/** A scanner needs no field; fingers do. What is typed is taken as if it had been scanned. */
function FindByLabel() {
  const say = useStorageWords();
  const [text, setText] = useState('');
  return (
    <Box
      component="form"
      w={{ base: '100%', sm: 'auto' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') scanned(text.trim());
        setText('');
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label={say('search')}
          placeholder={say('searchHint')}
          leftSection={<Search size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
          flex={1}
          miw={0}
          w={{ sm: '20rem' }}
        />
        <Button type="submit" variant="default" style={{ flex: 'none' }}>
          {say('open')}
        </Button>
      </Group>
    </Box>
  );
}

function Filters({ filter }: { filter: StockFilter }) {
  const say = useStorageWords();
  const { siteId } = useSite();
  const navigate = useNavigate();
  const { locations } = useLocations(siteId);
  const { products } = useProducts(siteId);
  const become = (some: Partial<Record<keyof StockFilter, string>>) => {
    const search = Object.fromEntries(Object.entries({ ...filter, ...some }).filter(([, wanted]) => wanted !== ''));
    void navigate({ to: `/sites/${siteId}/stock` as string, search: search as never, replace: true });
  };
  return (
    <>
      <NativeSelect
        label={say('show')}
        data={SHOWN.map((value) => ({ value, label: say(`show_${value}`) }))}
        value={filter.show}
        onChange={(event) => become({ show: event.currentTarget.value as Shown })}
      />
      <NativeSelect
        label={say('place')}
        data={[
          { value: '', label: say('anyPlace') },
          ...locations.map(({ locationId, name }) => ({ value: locationId, label: name })),
        ]}
        value={filter.location ?? ''}
        onChange={(event) => become({ location: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('product')}
        data={[
          { value: '', label: say('anyProduct') },
          ...products.map(({ productId, code }) => ({ value: productId, label: code })),
        ]}
        value={filter.product ?? ''}
        onChange={(event) => become({ product: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('lastDayFrom')}
        defaultValue={filter.from ?? ''}
        onChange={({ currentTarget: { value } }) => (value === '' || isCivilDate(value)) && become({ from: value })}
      />
    </>
  );
}
