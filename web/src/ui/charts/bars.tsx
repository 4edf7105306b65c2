import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { seriesColour } from './chart-frame.js';
import { ChartTooltip } from './chart-tooltip.js';
import classes from './charts.module.css';

/** A bar, or several on top of each other, at a name. `value` of a series is only as high as it looks; `told` is what it says. */
export interface BarRow {
  readonly name: string;
  readonly values: readonly number[];
  readonly told: readonly string[];
}

/** Bars for the eye. A touch on one leads on; its table does the same by keyboard. */
export default function Bars({
  rows,
  series,
  colours,
  onPress,
  lying = false,
}: {
  rows: readonly BarRow[];
  series: readonly string[];
  /** CSS colours by series; left out, the theme's. */
  colours?: readonly string[];
  onPress?: (row: number, series: number) => void;
  /** Names at the left, for names that are long. */
  lying?: boolean;
}) {
  const data = rows.map((row, index) => ({
    ...row,
    index,
    ...Object.fromEntries(row.values.map((value, nth) => [`v${nth}`, value])),
  }));
  const names = { tick: { fill: 'var(--chart-ink)', fontSize: 13 }, tickLine: false, axisLine: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={data}
        layout={lying ? 'vertical' : 'horizontal'}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--chart-grid)" horizontal={!lying} vertical={lying} />
        {lying ? (
          <>
            <XAxis type="number" allowDecimals={false} {...names} />
            <YAxis type="category" dataKey="name" width={120} {...names} />
          </>
        ) : (
          <>
            <XAxis type="category" dataKey="name" minTickGap={12} {...names} />
            <YAxis type="number" allowDecimals={false} width={44} {...names} />
          </>
        )}
        <Tooltip cursor={{ fill: 'var(--mantine-color-default-hover)' }} content={<ChartTooltip series={series} />} />
        {series.map((name, nth) => (
          <Bar
            key={name}
            dataKey={`v${nth}`}
            name={name}
            stackId="all"
            fill={colours?.[nth] ?? seriesColour(nth)}
            isAnimationActive={false}
            maxBarSize={44}
            {...(onPress
              ? { className: classes.pressable ?? '', onClick: (_: unknown, row: number) => onPress(row, nth) }
              : {})}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
