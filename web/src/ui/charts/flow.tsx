import { Layer, Rectangle, ResponsiveContainer, Sankey } from 'recharts';
import classes from './charts.module.css';

/** Where something comes from or goes to. `told` is its sum as the interface says it. */
export interface FlowNode {
  readonly name: string;
  readonly told: string;
  readonly colour: string;
}

/** From one node to another; `value` is how broad it looks. */
export interface FlowLink {
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly index: number;
  readonly payload: FlowNode & { readonly depth: number; readonly sourceLinks?: readonly unknown[] };
}

/** A flow from sources to ends, as broad as its amounts. */
export default function Flow({
  nodes,
  links,
  onPress,
}: {
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
  onPress?: (node: number) => void;
}) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Sankey
        data={{ nodes: [...nodes], links: [...links] }}
        nodePadding={28}
        nodeWidth={14}
        margin={{ top: 12, right: 150, bottom: 12, left: 8 }}
        link={{ stroke: 'var(--series-0)', strokeOpacity: 0.22 } as never}
        node={(drawn: unknown) => <Node {...(drawn as Drawn)} onPress={onPress} />}
        sort={false}
      />
    </ResponsiveContainer>
  );
}

/** A node with its name and its sum at its right. */
function Node({
  x,
  y,
  width,
  height,
  index,
  payload,
  onPress,
}: Drawn & { onPress: ((node: number) => void) | undefined }) {
  return (
    <Layer {...(onPress ? { className: classes.pressable ?? '', onClick: () => onPress(index) } : {})}>
      <Rectangle x={x} y={y} width={width} height={Math.max(2, height)} fill={payload.colour} radius={3} />
      <text x={x + width + 8} y={y + height / 2 - 2} fontSize={13} fontWeight={600} fill="var(--mantine-color-text)">
        {payload.name}
      </text>
      <text x={x + width + 8} y={y + height / 2 + 14} fontSize={13} fill="var(--chart-ink)">
        {payload.told}
      </text>
    </Layer>
  );
}
