import { Box, Button, Card, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { Table2 } from 'lucide-react';
import { Suspense, useId, useState, type ReactNode } from 'react';
import { Waiting } from '../notes.js';
import { useUiWords } from '../words.js';
import classes from './charts.module.css';

/** One column of the table under a picture. */
export interface ChartColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/**
 * A picture of some figures: one sentence that says what it shows, and a table of the same figures that can be opened, whose
 * cells lead to the entries. The picture itself is for the eye; who does not see it has the sentence and the table.
 */
export function ChartFrame<Row>({
  title,
  sentence,
  children,
  columns,
  rows,
  legend = [],
  height = 280,
  controls,
}: {
  title: string;
  sentence: string;
  /** The picture, of a lazy chunk. */
  children: ReactNode;
  columns: readonly ChartColumn<Row>[];
  rows: readonly Row[];
  /** Names of the series, in the order of their colours. */
  legend?: readonly string[];
  height?: number;
  /** What of it is drawn, to choose. */
  controls?: ReactNode;
}) {
  const say = useUiWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Card withBorder padding="lg" component="figure" className={classes.figure} aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="sm">
        <Stack gap={2} maw="44rem">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          <Text component="figcaption" c="dimmed">
            {sentence}
          </Text>
        </Stack>
        <Button
          variant="default"
          size="sm"
          h={44}
          className="no-print"
          leftSection={<Table2 size={18} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'hideFigures' : 'showFigures')}
        </Button>
      </Group>
      {controls !== undefined && <Box mb="sm">{controls}</Box>}
      {legend.length > 1 && <Legend names={legend} />}
      <Box role="img" aria-label={sentence} className={classes.picture} h={height}>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </Box>
      <Collapse expanded={open}>{open && <FigureTable title={title} columns={columns} rows={rows} />}</Collapse>
    </Card>
  );
}

/** The colour of a series, by its place. */
export function seriesColour(index: number): string {
  return `var(--series-${index % 6})`;
}

function Legend({ names }: { names: readonly string[] }) {
  return (
    <Group gap="md" mb="xs">
      {names.map((name, index) => (
        <Text key={name} size="sm">
          <span className={classes.swatch} style={{ background: seriesColour(index) }} aria-hidden />
          {name}
        </Text>
      ))}
    </Group>
  );
}

function FigureTable<Row>(of: { title: string; columns: readonly ChartColumn<Row>[]; rows: readonly Row[] }) {
  return (
    <Box mt="md" style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={of.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            {of.columns.map(({ key, title, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row, index) => (
            <tr key={index}>
              {of.columns.map(({ key, numeric, cell }) => (
                <td key={key} data-numeric={numeric || undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
