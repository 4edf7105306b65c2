import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useSite } from '../../access/site.js';
import { usePrescribers, useSuppliers, type Prescriber, type Supplier } from '../../api/catalog.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { InUse } from '../../ui/in-use.js';
import { Empty, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUiWords } from '../../ui/words.js';
import { PrescriberDialog, SupplierDialog } from './partner-dialogs.js';
import { useCatalogWords } from './words.js';

/** Who sends stock, and who orders doses. */
export function PartnersPage() {
  const say = useCatalogWords();
  return (
    <Page title={say('partnersTitle')} lead={say('partnersLead')}>
      <Suppliers />
      <Prescribers />
    </Page>
  );
}

function Suppliers() {
  const say = useCatalogWords();
  const { siteId } = useSite();
  const { suppliers, isSuccess } = useSuppliers(siteId);
  const [open, setOpen] = useState<Supplier | 'new'>();
  const columns: Column<Supplier>[] = [
    { key: 'name', title: say('supplierName'), cell: (one) => <Named name={one.name} onOpen={() => setOpen(one)} /> },
    { key: 'dea', title: say('deaNumber'), cell: ({ deaNumber }) => deaNumber },
    { key: 'address', title: say('address'), cell: ({ address }) => address, wideOnly: true },
    { key: 'state', title: say('state'), cell: ({ active }) => <InUse active={active} /> },
  ];
  return (
    <Part title={say('suppliers')} add={say('addSupplier')} onAdd={() => setOpen('new')}>
      {!isSuccess && <Waiting />}
      {isSuccess && suppliers.length === 0 && <Empty title={say('emptySuppliers')}>{say('emptySuppliersHint')}</Empty>}
      {suppliers.length > 0 && (
        <DataList label={say('suppliers')} columns={columns} rows={suppliers} rowKey={({ supplierId }) => supplierId} />
      )}
      {open && <SupplierDialog {...(open === 'new' ? {} : { supplier: open })} onClose={() => setOpen(undefined)} />}
    </Part>
  );
}

function Prescribers() {
  const say = useCatalogWords();
  const { siteId } = useSite();
  const { prescribers, isSuccess } = usePrescribers(siteId);
  const [open, setOpen] = useState<Prescriber | 'new'>();
  const columns: Column<Prescriber>[] = [
    { key: 'name', title: say('prescriberName'), cell: (one) => <Named name={one.name} onOpen={() => setOpen(one)} /> },
    { key: 'dea', title: say('deaNumber'), cell: ({ deaNumber }) => deaNumber ?? '' },
    { key: 'npi', title: say('npi'), cell: ({ npi }) => npi ?? '', wideOnly: true },
    { key: 'state', title: say('state'), cell: ({ active }) => <InUse active={active} /> },
  ];
  return (
    <Part title={say('prescribers')} add={say('addPrescriber')} onAdd={() => setOpen('new')}>
      {!isSuccess && <Waiting />}
      {isSuccess && prescribers.length === 0 && (
        <Empty title={say('emptyPrescribers')}>{say('emptyPrescribersHint')}</Empty>
      )}
      {prescribers.length > 0 && (
        <DataList
          label={say('prescribers')}
          columns={columns}
          rows={prescribers}
          rowKey={({ prescriberId }) => prescriberId}
        />
      )}
      {open && (
        <PrescriberDialog {...(open === 'new' ? {} : { prescriber: open })} onClose={() => setOpen(undefined)} />
      )}
    </Part>
  );
}

function Named({ name, onOpen }: { name: string; onOpen: () => void }) {
  const sayUi = useUiWords();
  return (
    <Anchor
      component="button"
      type="button"
      ta="left"
      mih={44}
      aria-label={sayUi('edit', { what: name })}
      onClick={onOpen}
    >
      {name}
    </Anchor>
  );
}

function Part({ title, add, onAdd, children }: { title: string; add: string; onAdd: () => void; children: ReactNode }) {
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Button variant="default" onClick={onAdd}>
          {add}
        </Button>
      </Group>
      {children}
    </Stack>
  );
}
