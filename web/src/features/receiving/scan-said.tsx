import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, PackageX, ScanLine, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay, useSite } from '../../access/site.js';
import type { Product } from '../../api/catalog.js';
import { day } from '../../i18n/format.js';
import { strength } from '../../ui/strength.js';
import { freshness, type Line, type Said } from './lines.js';
import { useReceivingWords } from './words.js';

const TONES = {
  wait: { icon: ScanLine, ink: 'inherit', ground: 'var(--mantine-color-default-hover)' },
  good: { icon: CircleCheck, ink: 'var(--meaning-balanced)', ground: 'var(--meaning-balanced-ground)' },
  look: { icon: TriangleAlert, ink: 'var(--meaning-hand)', ground: 'var(--meaning-hand-ground)' },
  bad: { icon: CircleX, ink: 'var(--meaning-missing)', ground: 'var(--meaning-missing-ground)' },
} as const;

interface What {
  readonly tone: keyof typeof TONES;
  readonly title: string;
  readonly detail?: ReactNode;
}

/** What the last scan was: large, at once, and read out. The place it stands in never moves what is below it by much. */
export function ScanSaid({
  said,
  byId,
  today,
}: {
  said: Said | undefined;
  byId: ReadonlyMap<string, Product>;
  today: string;
}) {
  const { tone, title, detail } = useWhat(said, byId, today);
  const { icon: Icon, ink, ground } = TONES[tone];
  return (
    <Paper role="status" p="md" mih={104} style={{ background: ground }} data-tone={tone}>
      <Group wrap="nowrap" align="flex-start">
        <Icon size={32} color={ink} aria-hidden style={{ flex: 'none' }} />
        <Stack gap={4} style={{ minWidth: 0 }}>
          <Text fw={700} size="lg" c={ink}>
            {title}
          </Text>
          {detail}
        </Stack>
      </Group>
    </Paper>
  );
}

function useWhat(said: Said | undefined, byId: ReadonlyMap<string, Product>, today: string): What {
  const say = useReceivingWords();
  if (!said) return { tone: 'wait', title: say('scanNow'), detail: <Text>{say('scanNowHint')}</Text> };
  if (said.is === 'unreadable')
    return {
      tone: 'bad',
      title: say('said_unreadable', { error: said.error.replaceAll('_', ' ') }),
      detail: <Text>{say('said_unreadableHint')}</Text>,
    };
  if (said.is === 'unknown_product')
    return {
      tone: 'bad',
      title: say('said_unknown', { gtin: said.gtin }),
      detail: <UnknownHint digits={said.ndc10Digits} />,
    };
  if (said.is === 'received_before')
    return {
      tone: 'bad',
      title: say('said_before', { label: said.label }),
      detail: (
        <Text>
          {say('serial')} {said.serial}
        </Text>
      ),
    };
  const { line } = said;
  const detail = <PackageFacts line={line} product={byId.get(line.productId)} serial={said.serial} />;
  if (said.is === 'twice') return { tone: 'look', title: say('said_twice'), detail };
  const fresh = freshness(line.expiresOn, today);
  const tone = fresh === 'expired' ? 'bad' : fresh === 'short' || line.asked.length > 0 ? 'look' : 'good';
  const flag = fresh === 'expired' ? say('expired') : fresh === 'short' ? say('shortDated') : undefined;
  return { tone, title: [`${say('said_added')}: ${line.counted}`, ...(flag ? [flag] : [])].join(' · '), detail };
}

function PackageFacts({
  line,
  product,
  serial,
}: {
  line: Line;
  product: Product | undefined;
  serial: string | undefined;
}) {
  const say = useReceivingWords();
  const facts = [
    ...(line.lotNumber === '' ? [] : [`${say('lot')} ${line.lotNumber}`]),
    ...(line.expiresOn === '' ? [] : [`${say('expires')} ${day(line.expiresOn)}`]),
    serial === undefined ? say('noSerial') : `${say('serial')} ${serial}`,
  ];
  return (
    <>
      {product && (
        <Text>
          {product.name} · {strength(product)}
        </Text>
      )}
      <Text fw={600}>{facts.join(' · ')}</Text>
    </>
  );
}

function UnknownHint({ digits }: { digits: string | null }) {
  const say = useReceivingWords();
  const may = useMay();
  const { siteId } = useSite();
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{digits === null ? say('said_unknownHintNoNdc') : say('said_unknownHint', { digits })}</Text>
      {may('catalog:manage') && (
        <Button
          size="sm"
          variant="default"
          leftSection={<PackageX size={18} aria-hidden />}
          renderRoot={(props) => <Link to={`/sites/${siteId}/products` as string} {...props} />}
        >
          {say('toProducts')}
        </Button>
      )}
    </Stack>
  );
}
