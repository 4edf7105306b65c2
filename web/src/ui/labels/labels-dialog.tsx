import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../dialog.js';
import { useUiWords } from '../words.js';
import { LabelSheet, type Label } from './label-sheet.js';
import { keepSize, keptSize, LABEL_SIZES, ON_A_SHEET, type LabelSize } from './sizes.js';

const SHOWN = 3;

/** Labels to be printed: on which paper, where on a sheet to begin, and how they will look. Default export: loaded when asked for. */
export default function LabelsDialog({ labels, onClose }: { labels: readonly Label[]; onClose: () => void }) {
  const say = useUiWords();
  const [size, setSize] = useState<LabelSize>(keptSize);
  const [begin, setBegin] = useState(1);
  const onSheet = ON_A_SHEET[size];
  const after = onSheet === undefined ? 0 : Math.min(begin, onSheet) - 1;
  return (
    <Dialog onClose={onClose} title={say('labelsTitle', { count: labels.length })}>
      <Stack>
        <Group align="flex-start" grow>
          <NativeSelect
            label={say('paper')}
            value={size}
            data={LABEL_SIZES.map((value) => ({ value, label: say(value) }))}
            onChange={(event) => {
              const chosen = event.currentTarget.value as LabelSize;
              setSize(chosen);
              keepSize(chosen);
            }}
          />
          {onSheet !== undefined && (
            <NumberInput
              label={say('beginAt')}
              description={say('beginAtHint')}
              min={1}
              max={onSheet}
              allowDecimal={false}
              value={begin}
              onChange={(value) => setBegin(Number(value) || 1)}
            />
          )}
        </Group>
        <div className="label-preview">
          <LabelSheet labels={labels.slice(0, SHOWN)} size={size} />
        </div>
        {labels.length > SHOWN && <Text c="dimmed">{say('labelsMore', { count: labels.length - SHOWN })}</Text>}
        <Text size="sm" c="dimmed">
          {say('printHint')}
        </Text>
        <Group justify="flex-end">
          <Button leftSection={<Printer size={18} aria-hidden />} onClick={() => print()} data-autofocus>
            {say('print')}
          </Button>
        </Group>
      </Stack>
      {createPortal(
        <div className="labels-on-paper" aria-hidden>
          <LabelSheet labels={labels} size={size} after={after} />
        </div>,
        document.body,
      )}
    </Dialog>
  );
}
