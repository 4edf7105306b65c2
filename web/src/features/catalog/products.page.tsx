import { Anchor, Button } from '@mantine/core';
import { PackagePlus } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { useProducts, type Product } from '../../api/catalog.js';
import { useScan } from '../../scan/scans.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { InUse } from '../../ui/in-use.js';
import { Empty, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { strength } from '../../ui/strength.js';
import { useUiWords } from '../../ui/words.js';
import { gtinOf } from './gtin.js';
import { AddProduct } from './add-product.js';
import { EditProduct } from './edit-product.js';
import { useCatalogWords } from './words.js';

/** What the site handles, in use and not. */
export function ProductsPage() {
  const say = useCatalogWords();
  const sayUi = useUiWords();
  const { siteId } = useSite();
  const { products, byId, isSuccess } = useProducts(siteId);
  const [adding, setAdding] = useState<{ gtin?: string }>();
  const [openId, setOpenId] = useState<string>();
  // A scanned package is the product it is of, or the beginning of a new one.
  useScan((scan) => {
    const gtin = gtinOf(scan);
    if (gtin === undefined) return false;
    const known = products.find((product) => product.gtin === gtin);
    if (known) setOpenId(known.productId);
    else setAdding({ gtin });
    return undefined;
  });
  const open = openId === undefined ? undefined : byId.get(openId);
  const add = (
    <Button leftSection={<PackagePlus size={18} aria-hidden />} onClick={() => setAdding({})}>
      {say('addProduct')}
    </Button>
  );
  const columns: Column<Product>[] = [
    {
      key: 'code',
      title: say('code'),
      cell: ({ productId, code }) => (
        <Anchor
          component="button"
          type="button"
          ta="left"
          mih={44}
          aria-label={sayUi('edit', { what: code })}
          onClick={() => setOpenId(productId)}
        >
          {code}
        </Anchor>
      ),
    },
    { key: 'name', title: say('name'), cell: ({ name }) => name, width: 'minmax(0, 2fr)', wideOnly: true },
    { key: 'label', title: say('label'), cell: strength },
    { key: 'ndc', title: 'NDC', cell: ({ ndc }) => ndc, wideOnly: true },
    { key: 'state', title: say('state'), cell: ({ active }) => <InUse active={active} /> },
  ];
  return (
    <Page title={say('productsTitle')} lead={say('productsLead')} actions={add} wide>
      {!isSuccess && <Waiting />}
      {isSuccess && products.length === 0 && <Empty title={say('emptyProducts')}>{say('emptyProductsHint')}</Empty>}
      {products.length > 0 && (
        <DataList
          label={say('productsTitle')}
          columns={columns}
          rows={products}
          rowKey={({ productId }) => productId}
        />
      )}
      {adding && <AddProduct {...adding} onClose={() => setAdding(undefined)} />}
      {open && <EditProduct key={open.productId} product={open} onClose={() => setOpenId(undefined)} />}
    </Page>
  );
}
