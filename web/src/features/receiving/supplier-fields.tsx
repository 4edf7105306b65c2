import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { parseDeaNumber } from '../../../../src/interop/dea-number.js';
import type { Supplier } from '../../api/catalog.js';
import { CautionNote } from '../../ui/notes.js';
import { NEW_SUPPLIER, type SupplierTyped } from './draft.js';
import { useReceivingWords } from './words.js';

/** Who sent it: one who is known, or a new one whose DEA number is checked while it is typed. */
export function SupplierFields({
  suppliers,
  supplierId,
  typed,
  onChoose,
  onType,
  error,
}: {
  suppliers: readonly Supplier[];
  supplierId: string | null;
  typed: SupplierTyped;
  onChoose: (supplierId: string | null) => void;
  onType: (some: Partial<SupplierTyped>) => void;
  error?: string | undefined;
}) {
  const say = useReceivingWords();
  return (
    <>
      <Select
        label={say('supplier')}
        placeholder={say('supplierHint')}
        data={[
          ...suppliers.map((one) => ({ value: one.supplierId, label: `${one.name} (${one.deaNumber})` })),
          { value: NEW_SUPPLIER, label: say('newSupplier') },
        ]}
        value={supplierId}
        onChange={onChoose}
        searchable
        selectFirstOptionOnChange
        required
      />
      {supplierId === NEW_SUPPLIER && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={say('supplierName')}
            value={typed.name}
            onChange={(event) => onType({ name: event.currentTarget.value })}
            maxLength={100}
            required
          />
          <DeaNumberInput value={typed.deaNumber} onChange={(deaNumber) => onType({ deaNumber })} error={error} />
          <TextInput
            label={say('address')}
            value={typed.address}
            onChange={(event) => onType({ address: event.currentTarget.value })}
            maxLength={200}
            required
          />
        </SimpleGrid>
      )}
    </>
  );
}

const WHOLE_LENGTH = 9;

function DeaNumberInput({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
}) {
  const say = useReceivingWords();
  const read = parseDeaNumber(value);
  const isWhole = value.trim().length >= WHOLE_LENGTH;
  const wrong = () => {
    if (read.valid || !isWhole) return undefined;
    return read.reason === 'checksum'
      ? say('dea_checksum', { digit: read.expectedCheckDigit })
      : say(`dea_${read.reason}`);
  };
  const doubtful = read.valid && (read.placeholderWarning ?? read.checksumCollision);
  return (
    <div>
      <TextInput
        label={say('deaNumber')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
        error={wrong() ?? error}
        description={read.valid ? say('deaGood') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rightSection={read.valid && <CircleCheck size={20} color="var(--meaning-balanced)" aria-hidden />}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        required
      />
      {doubtful && <CautionNote>{say(read.placeholderWarning ? 'deaPlaceholder' : 'deaCollision')}</CautionNote>}
    </div>
  );
}
