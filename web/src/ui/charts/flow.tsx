import { useMediaQuery } from '@mantine/hooks';
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

/** Sources, then what is between, then the ends. */
const MIDDLE = 1;
const ENDS = 2;

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
  const narrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Sankey
        data={{ nodes: [...nodes], links: [...links] }}
        nodePadding={40}
        nodeWidth={14}
        margin={{ top: 40, right: narrow ? 105 : 150, bottom: 12, left: 8 }}
        link={{ stroke: 'var(--series-0)', strokeOpacity: 0.22 } as never}
        node={(drawn: unknown) => <Node {...(drawn as Drawn)} narrow={narrow} onPress={onPress} />}
        sort={false}
      />
    </ResponsiveContainer>
  );
}

/** A node with its name and its sum: at the right of an end, over a source; the middle has no room for them on a phone. */
function Node({
  x,
  y,
  width,
  height,
  index,
  payload,
  narrow,
  onPress,
}: Drawn & { narrow: boolean; onPress: ((node: number) => void) | undefined }) {
  const isEnd = payload.depth === ENDS;
  const at = isEnd ? { x: x + width + 8, y: y + height / 2 - 2 } : { x, y: y - 21 };
  return (
    <Layer {...(onPress ? { className: classes.pressable ?? '', onClick: () => onPress(index) } : {})}>
      <Rectangle x={x} y={y} width={width} height={Math.max(2, height)} fill={payload.colour} radius={3} />
      {(payload.depth !== MIDDLE || !narrow) && (
        <>
          <text {...at} fontSize={13} fontWeight={600} fill="var(--mantine-color-text)">
            {payload.name}
          </text>
          <text x={at.x} y={at.y + 16} fontSize={13} fill="var(--chart-ink)">
            {payload.told}
          </text>
        </>
      )}
    </Layer>
  );
}
