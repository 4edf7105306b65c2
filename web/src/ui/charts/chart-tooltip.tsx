import { Paper, Text } from '@mantine/core';

interface Given {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload: { readonly name: string; readonly told: readonly string[] } }[];
}

/** What a place of a picture says, as the interface says it. */
export function ChartTooltip({ series, ...given }: { series: readonly string[] } & object) {
  const { active, payload } = given as Given;
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <Paper withBorder shadow="sm" p="xs">
      <Text size="sm" fw={600}>
        {row.name}
      </Text>
      {series.map((name, nth) =>
        row.told[nth] === undefined || row.told[nth] === '' ? null : (
          <Text size="sm" key={name}>
            {series.length > 1 ? `${name}: ` : ''}
            {row.told[nth]}
          </Text>
        ),
      )}
    </Paper>
  );
}
