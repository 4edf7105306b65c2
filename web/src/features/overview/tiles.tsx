import { SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSite } from '../../access/site.js';
import { age, day, wholeNumber } from '../../i18n/format.js';
import type { Period } from '../../records/periods.js';
import { oldestOf } from './matter-words.js';
import { KINDS, type Kind, type OpenMatter } from './reading.js';
import classes from './tiles.module.css';
import { useOverviewWords } from './words.js';

const PLACES: Readonly<Record<Kind, string>> = {
  unbalanced_session: '#open',
  pending_waste: 'wastes',
  discrepancy: 'discrepancies',
  past_use: '#open',
};

/** How much is open of each kind and how old it is, and what went wrong since yesterday; each leads to its entries. */
export function Tiles(of: {
  matters: readonly OpenMatter[];
  late: { readonly count: number; readonly more: boolean } | undefined;
  refused: number | undefined;
  period: Period;
}) {
  const say = useOverviewWords();
  const since = say('since', { day: day(of.period.from) });
  const query = `from=${of.period.from}&to=${of.period.to}`;
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm">
      {KINDS.map((kind) => {
        const count = of.matters.filter((matter) => matter.kind === kind).length;
        const oldest = oldestOf(of.matters, kind);
        const note = oldest ? say('oldest', { age: age(oldest.ageMinutes) }) : say('none');
        return (
          <Tile key={kind} to={PLACES[kind]} title={say(`kind_${kind}`)} count={count} note={note} bad={count > 0} />
        );
      })}
      <Tile
        to={`reports/late-entries?${query}`}
        title={say('late')}
        count={of.late?.count ?? 0}
        more={of.late?.more ?? false}
        note={since}
        bad={false}
      />
      <Tile
        to={`reports/refused-attempts?${query}`}
        title={say('refused')}
        count={of.refused ?? 0}
        note={since}
        bad={false}
      />
    </SimpleGrid>
  );
}

function Tile(of: { to: string; title: string; count: number; note: string; bad: boolean; more?: boolean }) {
  const say = useOverviewWords();
  const { siteId } = useSite();
  const colour = of.count === 0 ? 'var(--meaning-balanced)' : of.bad ? 'var(--meaning-missing)' : 'var(--meaning-hand)';
  const inside = (
    <>
      <Text fw={600}>{of.title}</Text>
      <div className={classes.count}>
        {of.more && (
          <Text span size="sm" mr={6}>
            {say('moreThan')}
          </Text>
        )}
        {wholeNumber(of.count)}
      </div>
      <Text size="sm" c="dimmed">
        {of.note}
      </Text>
    </>
  );
  const style = { '--tile': colour } as React.CSSProperties;
  return of.to.startsWith('#') ? (
    <a href={of.to} className={classes.tile} style={style}>
      {inside}
    </a>
  ) : (
    <Link to={`/sites/${siteId}/${of.to}` as string} className={classes.tile} style={style}>
      {inside}
    </Link>
  );
}
