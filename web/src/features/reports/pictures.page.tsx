import { PeriodChoice } from '../../records/period-choice.js';
import { usePeriod } from '../../records/use-period.js';
import { Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUrlState } from '../../ui/url-state.js';
import { FlowChart } from './flow-chart.js';
import { StockChart } from './stock-chart.js';
import { WasteChart } from './waste-chart.js';
import { useReportWords } from './words.js';

/** Where people would rather look than read. Each picture has its table, and each figure leads to its entries. */
export function PicturesPage() {
  const say = useReportWords();
  const [state, set] = useUrlState(['from', 'to']);
  const period = usePeriod(state);
  return (
    <Page title={say('pictures')} lead={say('picturesLead')}>
      <PeriodChoice value={period} onChange={(next) => set({ ...next })} />
      {period ? (
        <>
          <StockChart period={period} />
          <FlowChart period={period} />
          <WasteChart period={period} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
