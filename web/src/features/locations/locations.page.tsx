import { Anchor, Button } from '@mantine/core';
import { MapPinPlus } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { useLocations, type Location } from '../../api/catalog.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { InUse } from '../../ui/in-use.js';
import { Empty, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUiWords } from '../../ui/words.js';
import { AddLocation, EditLocation } from './location-dialogs.js';
import { useLocationsWords } from './words.js';

/** Places of the site, in use and not. */
export function LocationsPage() {
  const say = useLocationsWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const { locations, byId, isSuccess } = useLocations(siteId);
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const open = openId === undefined ? undefined : byId.get(openId);
  const add = (
    <Button leftSection={<MapPinPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  const columns: Column<Location>[] = [
    {
      key: 'code',
      title: say('code'),
      cell: ({ locationId, code }) => (
        <Anchor
          component="button"
          type="button"
          ta="left"
          mih={44}
          aria-label={sayUi('edit', { what: code })}
          onClick={() => setOpenId(locationId)}
        >
          {code}
        </Anchor>
      ),
    },
    { key: 'name', title: say('name'), cell: ({ name }) => name, width: 'minmax(0, 2fr)' },
    { key: 'state', title: say('state'), cell: ({ active }) => <InUse active={active} /> },
  ];
  return (
    <Page title={say('title')} lead={say('lead')} actions={add}>
      {!isSuccess && <Waiting />}
      {isSuccess && locations.length === 0 && <Empty title={say('emptyTitle')}>{say('emptyHint')}</Empty>}
      {locations.length > 0 && (
        <DataList label={say('title')} columns={columns} rows={locations} rowKey={({ locationId }) => locationId} />
      )}
      {adding && <AddLocation onClose={() => setAdding(false)} />}
      {open && <EditLocation key={open.locationId} location={open} onClose={() => setOpenId(undefined)} />}
    </Page>
  );
}
