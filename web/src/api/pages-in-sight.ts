import { hashKey, useQueries, type UseQueryOptions } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

interface PageOfRows<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string;
}

/** What a page is asked with: a query whose key names the list and where the page begins. */
type PageQuery<Row> = UseQueryOptions<PageOfRows<Row>, Error, PageOfRows<Row>, readonly unknown[]>;

/** A row of a long list that may not be there yet. */
export interface RowInSight<Row> {
  readonly nth: number;
  readonly row?: Row;
}

export interface RowsInSight<Row> {
  readonly rows: readonly RowInSight<Row>[];
  readonly more: boolean;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly retry: () => void;
  /** Told which rows are in sight. */
  readonly onShown: (first: number, last: number) => void;
  /** Told that the last rows are in sight. */
  readonly onEnd: () => void;
}

/** How far a list has been walked: where its pages begin, and how many rows the last of them has. */
interface Walked {
  readonly of: string;
  readonly cursors: readonly (string | undefined)[];
  readonly tail: number;
}

/**
 * A list that goes on page after page, each beginning where the one before it ended. Only the pages in sight are fetched, and fetched
 * again when the ledger says that something has changed; the others are when somebody looks at them. So a list scrolled through a
 * hundred thousand rows costs, with each dose somebody gives, no more than one that was just opened. A page has `size` rows, all but the last.
 */
export function usePagesInSight<Row>(of: {
  readonly size: number;
  readonly page: (cursor: string | undefined) => PageQuery<Row>;
}): RowsInSight<Row> {
  const { size, page } = of;
  const hash = hashKey(page(undefined).queryKey);
  const [walked, setWalked] = useState<Walked>(() => begun(hash));
  const [sight, setSight] = useState<readonly [number, number]>([0, 0]);
  if (walked.of !== hash) {
    setWalked(begun(hash));
    setSight([0, 0]);
  }
  const { cursors } = walked;
  const lastPage = cursors.length - 1;
  const pageOfRow = (nth: number) => Math.min(lastPage, Math.floor(nth / size));
  // With the last page, which may be on its way while the rows before it are looked at.
  const end = sight[1] >= lastPage * size - 1 ? lastPage : pageOfRow(sight[1]);
  const inSight = Array.from({ length: end - pageOfRow(sight[0]) + 1 }, (_, nth) => pageOfRow(sight[0]) + nth);
  const found = useQueries({
    queries: inSight.map((nth) => page(cursors[nth])),
    combine: (answers) => ({
      pages: new Map(answers.map(({ data }, at) => [inSight[at] as number, data])),
      isPending: answers.some(({ data, isError }) => data === undefined && !isError),
      isError: answers.some(({ isError }) => isError),
      retry: () => answers.forEach(({ isError, refetch }) => isError && void refetch()),
    }),
  });
  const { pages } = found;
  const followed = walked.of === hash ? follow(walked, pages) : walked;
  if (followed !== walked) setWalked(followed);
  const total = lastPage * size + walked.tail;
  const rows = useMemo(
    () =>
      Array.from({ length: total }, (_, nth): RowInSight<Row> => {
        const row = pages.get(Math.floor(nth / size))?.items[nth % size];
        return row === undefined ? { nth } : { nth, row };
      }),
    [total, pages, size],
  );
  const next = pages.get(lastPage)?.nextCursor;
  return {
    rows,
    more: next !== undefined || !pages.has(lastPage) || pages.get(lastPage) === undefined,
    isPending: total === 0 && found.isPending,
    isError: found.isError,
    retry: found.retry,
    onShown: (first, last) =>
      setSight((before) => (before[0] === first && before[1] === last ? before : [first, last])),
    onEnd: () => {
      if (next !== undefined)
        setWalked((before) =>
          before.cursors.at(-1) === next ? before : { ...before, cursors: [...before.cursors, next], tail: 0 },
        );
    },
  };
}

const begun = (of: string): Walked => ({ of, cursors: [undefined], tail: 0 });

/** A page that now ends elsewhere moves the beginning of the next; what is beyond is walked again. */
function follow<Row>(walked: Walked, pages: ReadonlyMap<number, PageOfRows<Row> | undefined>): Walked {
  let { cursors, tail } = walked;
  for (const [nth, page] of pages) {
    if (page === undefined || nth >= cursors.length) continue;
    const isLast = nth === cursors.length - 1;
    if (!isLast && cursors[nth + 1] !== page.nextCursor) {
      cursors = cursors.slice(0, nth + 1);
      tail = page.items.length;
    } else if (isLast) tail = page.items.length;
  }
  return cursors === walked.cursors && tail === walked.tail ? walked : { ...walked, cursors, tail };
}
