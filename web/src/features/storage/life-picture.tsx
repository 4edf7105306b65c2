import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import {
  ArrowRightLeft,
  CircleX,
  ClipboardCheck,
  Eye,
  FileText,
  Hand,
  PackageCheck,
  PackagePlus,
  RotateCcw,
  Syringe,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { Anchor } from '@mantine/core';
import { useMay, useSite } from '../../access/site.js';
import type { Location } from '../../api/catalog.js';
import { dateTime, dayOf, decimalText, timeOfDay } from '../../i18n/format.js';
import { quantity } from '../../ui/quantity.js';
import classes from './life.module.css';
import type { Moment, MomentKind } from './life.js';
import { SessionOf } from './session-of.js';
import { useStorageWords } from './words.js';

const ICONS: Readonly<Record<MomentKind, LucideIcon>> = {
  receipt: PackagePlus,
  move: ArrowRightLeft,
  draw: Syringe,
  take: Hand,
  return: Undo2,
  waste: Trash2,
  count: ClipboardCheck,
  close_out: PackageCheck,
  reversal: RotateCcw,
  refused: CircleX,
  book_read: Eye,
  any: FileText,
};
/** A bar of the whole label amount. */
const WHOLE_PX = 96;

function toneOf({ kind, amountMg }: Moment): string | undefined {
  if (kind === 'refused') return classes.refused;
  if (amountMg === undefined) return classes.still;
  if (kind === 'waste' || kind === 'close_out') return classes.wasted;
  return amountMg.startsWith('-') ? classes.out : classes.in;
}

/** The life of a container: a strip of what came and went, one column an entry, and beneath it every entry in words. */
export function LifePicture({
  moments,
  locations,
}: {
  moments: readonly Moment[];
  locations: ReadonlyMap<string, Location>;
}) {
  const say = useStorageWords();
  const { timeZone } = useSite();
  const show = (seq: number) => {
    const entry = document.getElementById(`entry-${seq}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  };
  return (
    <Stack gap="md">
      <Paper component="section" withBorder p="md" aria-label={say('life')}>
        <Title order={2} size="h4">
          {say('life')}
        </Title>
        <Text c="dimmed" size="sm">
          {say('lifeHint')}
        </Text>
        <div className={classes.strip} role="group" aria-label={say('life')} tabIndex={0}>
          {moments.map((moment, nth) => {
            const Icon = ICONS[moment.kind];
            const day = dayOf(moment.at, timeZone);
            const before = moments[nth - 1];
            const isNewDay = before === undefined || dayOf(before.at, timeZone) !== day;
            return (
              <button
                key={moment.seq}
                type="button"
                className={`${classes.column} ${toneOf(moment)}`}
                onClick={() => show(moment.seq)}
              >
                <span className="only-read">{say(`act_${moment.kind}`)} </span>
                {moment.amountMg !== undefined && (
                  <>
                    <span className={classes.amount}>
                      {moment.amountMg.startsWith('-') ? '−' : '+'}
                      {decimalText(moment.amountMg.replace('-', ''))} <span className="only-read">mg </span>
                    </span>
                    <span className={classes.bar} style={{ height: Math.round(moment.part * WHOLE_PX) }} />
                  </>
                )}
                <span className={classes.sign}>
                  <Icon size={16} aria-hidden />
                </span>
                <span className={classes.when}>
                  {isNewDay ? day.replace(/,? \d{4}$/, '') : timeOfDay(moment.at, timeZone)}
                </span>
              </button>
            );
          })}
        </div>
      </Paper>
      <section aria-label={say('entries')}>
        <Title order={2} size="h4" mb="xs">
          {say('entries')}
        </Title>
        {moments.map((moment) => (
          <Entry key={moment.seq} moment={moment} locations={locations} />
        ))}
      </section>
    </Stack>
  );
}

function Entry({ moment, locations }: { moment: Moment; locations: ReadonlyMap<string, Location> }) {
  const say = useStorageWords();
  const may = useMay();
  const { siteId, timeZone } = useSite();
  const Icon = ICONS[moment.kind];
  const { seq, amountMg, volumeMl, signers, refusal, sessionId } = moment;
  const places = [moment.fromLocationId, moment.toLocationId].map((id) => (id && locations.get(id)?.code) ?? undefined);
  const notes = [
    say('by', { name: moment.who }),
    ...(signers.length > 0 ? [say('signed', { names: signers.join(', ') })] : []),
    ...(moment.late ? [say('late')] : []),
    ...(moment.agrees === undefined ? [] : [say(moment.agrees ? 'countAgrees' : 'countDiffers')]),
    ...(moment.reversesSeq === undefined ? [] : [say('reverses', { seq: moment.reversesSeq })]),
    ...(moment.reversedBySeq === undefined ? [] : [say('reversed', { seq: moment.reversedBySeq })]),
  ];
  return (
    <article id={`entry-${seq}`} tabIndex={-1} className={classes.entry} aria-label={say('record', { seq })}>
      <span className={`${classes.sign} ${toneOf(moment)}`}>
        <Icon size={16} aria-hidden />
      </span>
      <Stack gap={2}>
        <Group justify="space-between" gap="xs">
          <Text fw={600} className={moment.reversedBySeq === undefined ? undefined : classes.undone}>
            {say(`act_${moment.kind}`)}
            {places[0] !== undefined && places[1] !== undefined
              ? ` ${say('fromTo', { from: places[0], to: places[1] })}`
              : ''}
            {amountMg === undefined
              ? ''
              : `: ${quantity({
                  amountMg: amountMg.replace('-', ''),
                  ...(volumeMl === undefined ? {} : { volumeMl: volumeMl.replace('-', '') }),
                })}`}
          </Text>
          <Text size="sm" c="dimmed">
            {dateTime(moment.at, timeZone)}
          </Text>
        </Group>
        <Text size="sm">{notes.join(' · ')}</Text>
        {refusal !== undefined && <Text size="sm">{refusal}</Text>}
        {moment.texts.map((text) => (
          <Text key={text} size="sm" fs="italic">
            {text}
          </Text>
        ))}
        {sessionId !== undefined && may('session:read') && <SessionOf sessionId={sessionId} />}
        {may('log:read') ? (
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to={`/sites/${siteId}/log/${seq}` as string} {...props} />}
          >
            {say('record', { seq })}
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {say('record', { seq })}
          </Text>
        )}
      </Stack>
    </article>
  );
}
