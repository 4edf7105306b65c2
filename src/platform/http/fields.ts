import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { said, type Detail } from '../../domain/refusal-details.js';
import { saying } from './validation-details.js';

/** What every field says of itself in the description of the interface. */
interface Described {
  readonly description: string;
  readonly example?: unknown;
  readonly optional?: boolean;
}

// Separators, controls and what is not assigned: nothing that a person types or a label shows.
const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Cn}]*$/u;

/**
 * One line of text, blanks around it dropped: not empty, at most `max` characters (200). `raw`: as it came, with the
 * separators a scanner sends.
 */
export function TextField(of: Described & { readonly max?: number; readonly raw?: boolean }): PropertyDecorator {
  const { max = 200, raw = false } = of;
  const asLine = [
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown))),
    Matches(PRINTABLE, saying(said('field_unprintable'))),
  ];
  return field(of, { type: String, maxLength: max }, [...(raw ? [] : asLine), Length(1, max), IsString()]);
}

/** A text of one form. */
export function PatternField(of: Described & { readonly pattern: RegExp; readonly says: Detail }): PropertyDecorator {
  return field(of, { type: String, pattern: of.pattern.source }, [IsString(), Matches(of.pattern, saying(of.says))]);
}

/** A UUID, taken in any case. */
export function IdField(of: Described): PropertyDecorator {
  return field({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11', ...of }, { type: String, format: 'uuid' }, [
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : (value as unknown))),
    IsUUID(),
  ]);
}

/** A whole number, both limits inside. Text is taken for it in an address (`query`), never in a body. */
export function CountField(
  of: Described & { readonly min: number; readonly max: number; readonly query?: boolean },
): PropertyDecorator {
  const { min, max } = of;
  const between = saying(said('field_between', { min, max }));
  return field(of, { type: 'integer', minimum: min, maximum: max }, [
    ...(of.query ? [Type(() => Number)] : []),
    IsInt(between),
    Min(min, between),
    Max(max, between),
  ]);
}

/** Yes or no. */
export function FlagField(of: Described): PropertyDecorator {
  return field(of, { type: Boolean }, [IsBoolean()]);
}

/** One of a list of words. */
export function OneOfField(of: Described & { readonly of: readonly string[] }): PropertyDecorator {
  return field(of, { type: String, enum: [...of.of] }, [IsIn([...of.of])]);
}

/** A decimal text with its unit in the name, such as `amountMg`: the domain says what is wrong with another. */
export function AmountField(of: Described): PropertyDecorator {
  return TextField({ ...of, max: 20 });
}

/** A day, YYYY-MM-DD. */
export function DayField(of: Described): PropertyDecorator {
  return PatternField({ example: '2028-01-31', ...of, pattern: /^\d{4}-\d{2}-\d{2}$/, says: said('field_day') });
}

/** A list of texts of one form, at most `maxItems`. */
export function TextListField(
  of: Described & { readonly pattern: RegExp; readonly says: Detail; readonly maxItems: number },
): PropertyDecorator {
  const { pattern, says, maxItems } = of;
  return field(of, { type: [String], maxItems }, [
    IsArray(),
    ArrayMaxSize(maxItems),
    IsString({ each: true }),
    Matches(pattern, { each: true, ...saying(says) }),
  ]);
}

/** Names of optional fields that a change empties. */
export function ClearField(of: { readonly of: readonly string[] }): PropertyDecorator {
  const choices = of.of.join(', ');
  return TextListField({
    description: `Fields to empty: ${choices}. What the record says of them before stays.`,
    example: [...of.of],
    pattern: new RegExp(`^(?:${of.of.join('|')})$`),
    says: said('field_choice', { choices }),
    maxItems: of.of.length,
    optional: true,
  });
}

/** When it happened, of every act that can be entered late. */
export class OccurrenceFields {
  @TextField({
    description: 'When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.',
    example: '2026-08-31T08:00:00-05:00',
    optional: true,
    max: 40,
  })
  occurredAt?: string;

  @TextField({ description: 'Why it is entered late. Kept as a private value.', optional: true, max: 500 })
  lateReason?: string;
}

/** The signatures of others that come with an act. */
export class SignedFields extends OccurrenceFields {
  @TextListField({
    description: 'Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.',
    example: ['token of the second person'],
    optional: true,
    pattern: /^[\x21-\x7e]{1,200}$/,
    says: said('field_token'),
    maxItems: 4,
  })
  signatures?: string[];
}

function field(of: Described, api: ApiPropertyOptions, checks: readonly PropertyDecorator[]): PropertyDecorator {
  const { description, example, optional = false } = of;
  const described = { ...api, description, required: !optional, ...(example === undefined ? {} : { example }) };
  return applyDecorators(
    ApiProperty(described as ApiPropertyOptions),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  ) as PropertyDecorator;
}
