import { Card, SimpleGrid, Text } from '@mantine/core';
import {
  Ban,
  ChartColumn,
  ClipboardCheck,
  Clock,
  Package,
  Pill,
  Scale,
  Syringe,
  Trash2,
  TriangleAlert,
  Truck,
  type LucideIcon,
} from 'lucide-react';
import { useMay } from '../../access/site.js';
import { SiteLink } from '../../records/record-link.js';
import { Page } from '../../ui/page.js';
import type { ListName } from './list-rows.js';
import { LISTS, wordOf } from './lists.js';
import { useReportWords } from './words.js';

const ICONS: Readonly<Record<ListName, LucideIcon>> = {
  stock: Package,
  'open-vials': Pill,
  receipts: Truck,
  'administration-log': Syringe,
  'wastage-log': Trash2,
  counts: ClipboardCheck,
  discrepancies: TriangleAlert,
  'late-entries': Clock,
  'refused-attempts': Ban,
};

/** All reports: the reconciliation and the pictures, then the lists. */
export function ReportsPage() {
  const say = useReportWords();
  const may = useMay();
  const lists = LISTS.filter(({ ofPatients }) => !ofPatients || may('patient:read'));
  return (
    <Page title={say('reports')} lead={say('reportsLead')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Way to="reports/reconciliation" icon={Scale} title={say('reconciliation')} lead={say('reconciliationLead')} />
        <Way to="reports/pictures" icon={ChartColumn} title={say('pictures')} lead={say('picturesLead')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {lists.map(({ name }) => (
          <Way
            key={name}
            to={`reports/${name}`}
            icon={ICONS[name]}
            title={say(wordOf(name))}
            lead={say(`${wordOf(name)}_lead`)}
          />
        ))}
      </SimpleGrid>
    </Page>
  );
}

function Way({ to, icon: Icon, title, lead }: { to: string; icon: LucideIcon; title: string; lead: string }) {
  return (
    <Card withBorder padding="lg">
      <Icon size={24} aria-hidden color="var(--mantine-color-anchor)" />
      <Text fw={600} size="lg" mt="xs">
        <SiteLink to={to}>{title}</SiteLink>
      </Text>
      <Text c="dimmed">{lead}</Text>
    </Card>
  );
}
