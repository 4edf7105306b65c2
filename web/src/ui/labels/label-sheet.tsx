import { DataMatrix } from './data-matrix.js';
import './labels.css';
import type { LabelSize } from './sizes.js';

/** One label: its code is what a scanner types, and stands on it in letters too. */
export interface Label {
  readonly code: string;
  readonly lines: readonly string[];
}

/** Labels as they lie on the paper, after so many places of a sheet that are used already. */
export function LabelSheet({ labels, size, after = 0 }: { labels: readonly Label[]; size: LabelSize; after?: number }) {
  return (
    <div className={`labels ${size}`}>
      {Array.from({ length: after }, (_, nth) => (
        <div key={nth} className="label" aria-hidden />
      ))}
      {labels.map(({ code, lines }) => (
        <div key={code} className="label">
          <DataMatrix text={code} className="code" />
          <div className="text">
            <div className="name">{code}</div>
            {lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
