import { Button, Menu, Text } from '@mantine/core';
import { Download, Printer } from 'lucide-react';
import type { Paper } from './use-paper.js';
import { usePaperWords } from './words.js';

/** The two things one takes away from a report. */
export function PaperActions({ paper }: { paper: Paper }) {
  const say = usePaperWords();
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<Download size={18} aria-hidden />} loading={paper.busy}>
            {say('export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{say('recorded')}</Menu.Label>
          <Menu.Item mih={44} onClick={() => void paper.file('csv')}>
            {say('csv')}
          </Menu.Item>
          <Menu.Item mih={44} onClick={() => void paper.file('json_file')}>
            {say('json')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        leftSection={<Printer size={18} aria-hidden />}
        loading={paper.busy}
        onClick={() => void paper.print()}
      >
        {say('print')}
      </Button>
    </>
  );
}

/** Says where an export went. */
export function PaperSaid({ paper }: { paper: Paper }) {
  const say = usePaperWords();
  return (
    <Text role="status" size="sm" c="dimmed" className="no-print" hidden={!paper.saved}>
      {paper.saved && say('saved', { name: paper.saved.name, seq: paper.saved.seq })}
    </Text>
  );
}
