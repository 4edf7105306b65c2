import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { seriesColour } from './chart-frame.js';
import { ChartTooltip } from './chart-tooltip.js';

/** One place of the curves: its name, how high each is there, and what each says. */
export interface CurvePoint {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
  readonly told: readonly string[];
}

/** Steps over time: a balance holds until it changes. */
export default function Curves({
  points,
  series,
  onPress,
}: {
  points: readonly CurvePoint[];
  series: readonly string[];
  onPress?: (point: number) => void;
}) {
  const data = points.map((point) => ({
    ...point,
    ...Object.fromEntries(point.values.map((value, nth) => [`v${nth}`, value])),
  }));
  const names = { tick: { fill: 'var(--chart-ink)', fontSize: 13 }, tickLine: false, axisLine: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={data}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        {...(onPress ? { onClick: ({ activeIndex }: { activeIndex?: unknown }) => onPress(Number(activeIndex)) } : {})}
      >
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        <XAxis dataKey="name" minTickGap={24} {...names} />
        <YAxis width={60} {...names} />
        <Tooltip content={<ChartTooltip series={series} />} />
        {series.map((name, nth) => (
          <Line
            key={name}
            type="stepAfter"
            dataKey={`v${nth}`}
            name={name}
            stroke={seriesColour(nth)}
            strokeWidth={2.5}
            dot={false}
            activeDot={{ r: 5 }}
            isAnimationActive={false}
            {...(nth >= 3 ? { strokeDasharray: '6 4' } : {})}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
