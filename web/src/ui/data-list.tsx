import { Box, ScrollArea, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './data-list.module.css';
import { useUiWords } from './words.js';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS grid track: `2fr`, `8rem`. */
  readonly width?: string;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** Left out on a phone. */
  readonly wideOnly?: boolean;
}

/** Columns of a list whose rows come as one looks at them: the cells of a row that has not come yet are empty. */
export function asTheyCome<Row>(columns: readonly Column<Row>[]): readonly Column<{ readonly row?: Row }>[] {
  return columns.map((column) => ({
    ...column,
    cell: ({ row }) => (row === undefined ? null : column.cell(row)),
  }));
}

const ROW_PX = 52;
/** The head of the columns stays at the top of what scrolls. */
const HEAD_PX = 40;

/**
 * A table that draws only the rows in sight, so that a hundred thousand scroll like ten. It asks for the next page before its
 * end is reached. A row that leads somewhere is a link or button in its first cell.
 */
export function DataList<Row>({
  label,
  columns,
  rows,
  rowKey,
  onEnd,
  more = false,
  height = '65vh',
  total,
  uncounted = false,
  onShown,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Asked when the last rows come into sight. */
  onEnd?: () => void;
  /** There are more rows than these. */
  more?: boolean;
  height?: string;
  total?: number;
  /** How many rows there are is not told: where counts are blind. */
  uncounted?: boolean;
  /** Told which rows are in sight, of a list whose rows are fetched as one looks at them. */
  onShown?: (first: number, last: number) => void;
}) {
  const say = useUiWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    getItemKey: (index) => rowKey(rows[index] as Row),
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - 20) onEnd?.();
  }, [more, last, rows.length, onEnd]);
  const first = shown[0]?.index ?? 0;
  useEffect(() => onShown?.(first, last), [first, last, onShown]);
  const tracks = (wide: boolean) =>
    columns
      .filter(({ wideOnly }) => wide || !wideOnly)
      .map(({ width = 'minmax(0, 1fr)' }) => width)
      .join(' ');
  const cellClass = ({ numeric, wideOnly }: Column<Row>) =>
    [classes.cell, numeric ? classes.numeric : '', wideOnly ? classes.wideOnly : ''].join(' ');
  return (
    <Box style={{ '--tracks': tracks(true), '--tracks-narrow': tracks(false) } as React.CSSProperties}>
      <ScrollArea.Autosize
        mah={height}
        viewportRef={scroller}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
        className={classes.table}
      >
        <Box role="table" aria-label={label} aria-rowcount={more || uncounted ? -1 : (total ?? rows.length) + 1}>
          <Box role="rowgroup" className={classes.heads}>
            <Box role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
              {columns.map((column) => (
                <Box role="columnheader" key={column.key} className={cellClass(column)}>
                  {column.title}
                </Box>
              ))}
            </Box>
          </Box>
          <Box role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {shown.map((item) => {
              const row = rows[item.index] as Row;
              return (
                <Box
                  role="row"
                  key={item.key}
                  data-index={item.index}
                  ref={virtual.measureElement}
                  aria-rowindex={item.index + 2}
                  className={classes.row}
                  style={{
                    position: 'absolute',
                    top: 0,
                    left: 0,
                    width: '100%',
                    transform: `translateY(${item.start - HEAD_PX}px)`,
                  }}
                >
                  {columns.map((column) => (
                    <Box role="cell" key={column.key} className={cellClass(column)}>
                      {column.cell(row)}
                    </Box>
                  ))}
                </Box>
              );
            })}
          </Box>
        </Box>
      </ScrollArea.Autosize>
      {!uncounted && (
        <Text size="sm" c="dimmed" mt={4} role="status">
          {say('rows', { count: rows.length })}
          {more ? ' …' : ''}
        </Text>
      )}
    </Box>
  );
}
