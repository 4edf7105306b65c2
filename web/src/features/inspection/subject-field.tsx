import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ScanBarcode } from 'lucide-react';
import { useSite } from '../../access/site.js';
import { useProducts } from '../../api/catalog.js';
import { peopleOf } from '../../api/reads.js';
import type { Kind } from './choice.js';
import { useLots } from './queries.js';
import { useInspectionWords } from './words.js';

interface FieldOf {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** Says what a bundle is about: chosen where there are few, scanned or typed where there are many. */
export function SubjectField({ kind, ...field }: FieldOf & { kind: Kind }) {
  switch (kind) {
    case 'container':
      return <TextOf name="container" {...field} />;
    case 'session':
      return <TextOf name="session" {...field} />;
    case 'patient':
      return <TextOf name="patient" {...field} />;
    case 'product':
      return <ProductChoice {...field} />;
    case 'lot':
      return <LotChoice {...field} />;
    case 'person':
      return <PersonChoice {...field} />;
    default:
      return null;
  }
}

function TextOf({ name, value, onChange, error }: FieldOf & { name: 'container' | 'session' | 'patient' }) {
  const say = useInspectionWords();
  return (
    <TextInput
      label={say(name)}
      description={say(`${name}Hint`)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={name === 'container' ? <ScanBarcode size={18} aria-hidden /> : undefined}
      error={error}
    />
  );
}

function ProductChoice(field: FieldOf) {
  const say = useInspectionWords();
  const { products } = useProducts(useSite().siteId);
  return (
    <Select
      {...field}
      label={say('product')}
      of={products.map((one) => [one.productId, `${one.name} (${one.code})`])}
    />
  );
}

function LotChoice(field: FieldOf) {
  const say = useInspectionWords();
  const lots = useLots(useSite().siteId, true).data ?? [];
  return (
    <Select
      {...field}
      label={say('lot')}
      of={lots.map((one) => [one.lotId, `${one.lotNumber} (${one.productCode})`])}
    />
  );
}

function PersonChoice(field: FieldOf) {
  const say = useInspectionWords();
  const people = useQuery(peopleOf(useSite().siteId)).data ?? [];
  return <Select {...field} label={say('person')} of={people.map((one) => [one.personId, one.displayName])} />;
}

function Select({
  label,
  value,
  onChange,
  error,
  of,
}: FieldOf & { label: string; of: readonly (readonly [string, string])[] }) {
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '' }, ...of.map(([id, text]) => ({ value: id, label: text }))]}
      error={error}
    />
  );
}
