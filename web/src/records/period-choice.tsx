import { Button, Group, NativeSelect, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CalendarRange } from 'lucide-react';
import { useState } from 'react';
import { isCivilDate } from '../../../src/domain/civil-date.js';
import { useMay, useSite } from '../access/site.js';
import { answer, api } from '../api/client.js';
import { useLedgerClockHeard } from '../api/ledger-clock.js';
import { dateTime } from '../i18n/format.js';
import { periodWords, PRESETS, presetPeriod, type Period } from './periods.js';
import { useRecordStrings } from './words.js';

/** A period by its name, by two days, or from one count to another. Days are the site's. Without a value: any time. */
export function PeriodChoice({ value, onChange }: { value: Period | undefined; onChange: (period: Period) => void }) {
  const say = useRecordStrings();
  const may = useMay();
  const { timeZone } = useSite();
  const [open, setOpen] = useState(false);
  // The names are of the ledger's days: drawn anew when it has said which day it is.
  useLedgerClockHeard();
  const choose = (period: Period) => {
    setOpen(false);
    onChange(period);
  };
  return (
    <Group gap="xs" role="group" aria-label={say('period')} className="no-print">
      {PRESETS.map((preset) => {
        const period = presetPeriod(preset, timeZone);
        const chosen = period.from === value?.from && period.to === value.to;
        return (
          <Button
            key={preset}
            size="sm"
            h={44}
            variant={chosen ? 'filled' : 'default'}
            aria-pressed={chosen}
            onClick={() => choose(period)}
          >
            {say(preset)}
          </Button>
        );
      })}
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        withinPortal={false}
        trapFocus
        returnFocus
        withRoles={false}
      >
        <Popover.Target>
          <Button
            size="sm"
            h={44}
            variant="default"
            aria-expanded={open}
            leftSection={<CalendarRange size={18} aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {value ? periodWords(value, timeZone) : say('anyTime')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown role="group" aria-label={say('period')}>
          <Stack gap="md" maw="20rem">
            <Days value={value} onChange={onChange} />
            {may('count:read') && <Counts onChange={choose} />}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function Days({ value, onChange }: { value: Period | undefined; onChange: (period: Period) => void }) {
  const say = useRecordStrings();
  const { timeZone } = useSite();
  const today = presetPeriod('today', timeZone).to;
  const from = value && isCivilDate(value.from) ? value.from : today;
  const to = value && isCivilDate(value.to) ? value.to : today;
  const set = (period: Period) => {
    if (isCivilDate(period.from) && isCivilDate(period.to) && period.from <= period.to) onChange(period);
  };
  return (
    <Group grow gap="xs" align="flex-end">
      <TextInput
        type="date"
        label={say('from')}
        defaultValue={from}
        max={to}
        onChange={(event) => set({ from: event.currentTarget.value, to })}
      />
      <TextInput
        type="date"
        label={say('to')}
        defaultValue={to}
        min={from}
        onChange={(event) => set({ from, to: event.currentTarget.value })}
      />
    </Group>
  );
}

/** The latest counts. The period begins with the record of the one and ends before the record of the other. */
function Counts({ onChange }: { onChange: (period: Period) => void }) {
  const say = useRecordStrings();
  const { siteId, timeZone } = useSite();
  const params = { path: { siteId }, query: { limit: 100 } };
  const { data } = useQuery({
    queryKey: ['counts-of-period', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/counts', { params })),
  });
  const counts = data?.items ?? [];
  const options = counts.map((count) => ({
    value: count.countedAt,
    label: say('countOf', {
      product: count.container ?? count.productCode,
      place: count.locationCode,
      when: dateTime(count.countedAt, timeZone),
      who: count.countedByName,
    }),
  }));
  const [first, setFirst] = useState<string>();
  const [last, setLast] = useState<string>();
  if (counts.length < 2) return <Text size="sm">{say('noCounts')}</Text>;
  const from = first ?? options.at(-1)?.value ?? '';
  const to = last ?? options[0]?.value ?? '';
  return (
    <Stack gap="xs">
      <NativeSelect
        label={say('firstCount')}
        data={options}
        value={from}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <NativeSelect
        label={say('lastCount')}
        data={options}
        value={to}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <Button variant="default" disabled={from >= to} onClick={() => onChange({ from, to })}>
        {say('betweenCounts')}
      </Button>
    </Stack>
  );
}
