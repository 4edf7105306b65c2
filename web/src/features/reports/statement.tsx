import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { decimalText, wholeNumber } from '../../i18n/format.js';
import { SiteLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { figuresOf, type Dimension, type Figure, type Row, type Sign } from './figures.js';
import classes from './statement.module.css';
import { useReportWords } from './words.js';

const SIGNS: Readonly<Record<Sign, string>> = {
  opening: '',
  in: '+',
  out: '−',
  inside: '−',
  closing: '=',
  part: '',
  beside: '',
};

/**
 * The account of one or several things over a period, as a sum on paper: opening, what came, what went, what is left. Each
 * figure is the interface's own text; where `linkOf` knows one, it leads to the entries behind it.
 */
export function Statement({
  by,
  rows,
  title,
  headOf,
  linkOf,
}: {
  by: Dimension;
  rows: readonly Row[];
  title: string;
  headOf: (row: Row) => ReactNode;
  linkOf: (figure: Figure, row: Row) => string | undefined;
}) {
  const say = useReportWords();
  const figures = figuresOf(by, rows);
  return (
    <div
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label={title}
      style={{ maxWidth: rows.length > 2 ? undefined : '40rem' }}
    >
      <table className={classes.statement}>
        <caption className="only-read">{title}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ textAlign: 'left' }}>
              {say('figuresIn')}
            </th>
            {rows.map((row, column) => (
              <th scope="col" key={column}>
                {headOf(row)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.sign} ${figure.key}`} className={classes[figure.sign]} data-figure={figure.key}>
              <th scope="row">
                <span className={classes.sign} aria-hidden>
                  {SIGNS[figure.sign]}
                </span>
                {say(figure.label)}
              </th>
              {rows.map((row, column) => (
                <td key={column}>
                  <Linked to={row[figure.key] === '0' ? undefined : linkOf(figure, row)}>
                    {decimalText(row[figure.key] ?? '0')}
                  </Linked>
                </td>
              ))}
            </tr>
          ))}
          <Foot rows={rows} />
        </tbody>
      </table>
    </div>
  );
}

function Foot({ rows }: { rows: readonly Row[] }) {
  const say = useReportWords();
  return (
    <>
      <tr className={classes.foot} data-figure="differenceMg">
        <th scope="row">
          <span className={classes.sign} />
          {say('difference')}
        </th>
        {rows.map((row, column) => (
          <td key={column} className={row.holds ? undefined : classes.wrong}>
            {decimalText(row.differenceMg ?? '0')}
          </td>
        ))}
      </tr>
      {rows.some(({ sealedContainers }) => sealedContainers !== undefined) && (
        <tr data-figure="sealedContainers">
          <th scope="row">
            <span className={classes.sign} />
            {say('sealed')}
          </th>
          {rows.map((row, column) => (
            <td key={column}>{wholeNumber(row.sealedContainers ?? 0)}</td>
          ))}
        </tr>
      )}
    </>
  );
}

function Linked({ to, children }: { to: string | undefined; children: string }) {
  return to === undefined ? <>{children}</> : <SiteLink to={to}>{children}</SiteLink>;
}

/** Whether the sums hold, in a word and a colour; if not, what to do. */
export function Verdict({ holds }: { holds: boolean }) {
  const say = useReportWords();
  return (
    <Group gap="sm" role="status">
      <Meaning is={holds ? 'balanced' : 'missing'}>{say(holds ? 'holds' : 'holdsNot')}</Meaning>
      {!holds && <Text>{say('holdsNotHint')}</Text>}
    </Group>
  );
}
