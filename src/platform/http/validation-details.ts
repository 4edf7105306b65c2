import { getMetadataStorage, type ValidationError } from 'class-validator';
import { said, type Detail } from '../../domain/refusal-details.js';

/** What a check says when it fails, where class-validator's own name for the check does not say enough. */
export function saying(detail: Detail): { context: { says: Detail } } {
  return { context: { says: detail } };
}

/**
 * What is wrong with one field, as details of the closed list. A check names its own (`saying`); the checks that come with
 * class-validator have one each; what is not there at all is missing, whatever it should have been.
 */
export function detailsOf(error: ValidationError): readonly Detail[] {
  const checks = Object.keys(error.constraints ?? {});
  if (checks.length > 0 && isMissing(error)) return [said('field_missing')];
  return checks.map(
    (check) => (error.contexts?.[check] as { says?: Detail } | undefined)?.says ?? detailOf(error, check),
  );
}

/** The detail of each check of class-validator that our requests use, from the limits it was given. */
export const DETAIL_OF_CHECK: Readonly<Record<string, (limits: readonly unknown[]) => Detail>> = {
  whitelistValidation: () => said('field_unknown'),
  nestedValidation: () => said('field_object'),
  isDefined: () => said('field_missing'),
  isString: () => said('field_text'),
  isLength: ([min, max]) => said('field_length', { min: Number(min), max: Number(max) }),
  maxLength: ([max]) => said('field_too_long', { max: Number(max) }),
  minLength: ([min]) => said('field_too_short', { min: Number(min) }),
  matches: () => said('field_form'),
  isUuid: () => said('field_id'),
  isIso8601: () => said('time_seconds_offset'),
  isInt: () => said('field_number'),
  min: ([min]) => said('field_at_least', { min: Number(min) }),
  max: ([max]) => said('field_at_most', { max: Number(max) }),
  isBoolean: () => said('field_flag'),
  isIn: ([choices]) => said('field_choice', { choices: (choices as readonly unknown[]).join(', ') }),
  isObject: () => said('field_object'),
  isArray: () => said('field_list'),
  arrayMaxSize: ([max]) => said('field_too_many', { max: Number(max) }),
  arrayMinSize: ([min]) => said('field_too_few', { min: Number(min) }),
  arrayUnique: () => said('field_twice'),
};

function detailOf(error: ValidationError, check: string): Detail {
  return DETAIL_OF_CHECK[check]?.(limitsOf(error, check)) ?? said('field_form');
}

function limitsOf({ target, property }: ValidationError, check: string): readonly unknown[] {
  if (!target) return [];
  const checks = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return checks.find(({ propertyName, name }) => propertyName === property && name === check)?.constraints ?? [];
}

function isMissing({ value, constraints }: ValidationError): boolean {
  const isUnknown = constraints?.['whitelistValidation'] !== undefined;
  return !isUnknown && (value === undefined || value === null || value === '');
}
