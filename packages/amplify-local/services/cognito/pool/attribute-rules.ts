import type { Reader } from '../../../template/property-reader.ts';
import type { AttributeRule } from './pool-settings.ts';

/** The attributes of every pool. */
const standard = (
  'address birthdate email family_name gender given_name locale middle_name name nickname ' +
  'phone_number picture preferred_username profile updated_at website zoneinfo'
).split(' ');

const types = ['String', 'Number', 'Boolean', 'DateTime'] as const;

/** The standard attributes as changed by `Schema`, and the custom ones it adds. */
export function attributeRulesFrom(pool: Reader): AttributeRule[] {
  const rules = new Map(defaults().map((rule) => [rule.name, rule]));
  for (const item of pool.each('Schema')) {
    const rule = ruleFrom(item);
    rules.set(rule.name, rule);
  }
  return [...rules.values()];
}

function defaults(): AttributeRule[] {
  return [
    rule('sub', 'String', false),
    ...standard.map((name) => rule(name, 'String', true)),
    rule('email_verified', 'Boolean', true),
    rule('phone_number_verified', 'Boolean', true),
  ];
}

function rule(name: string, type: AttributeRule['type'], mutable: boolean): AttributeRule {
  return { name, type, mutable, required: false };
}

function ruleFrom(item: Reader): AttributeRule {
  const name = item.requiredText('Name');
  const isStandard = defaults().some((rule) => rule.name === name);
  item.only('DeveloperOnlyAttribute', undefined, false);
  const least =
    item.integer('StringAttributeConstraints.MinLength') ??
    item.integer('NumberAttributeConstraints.MinValue');
  const most =
    item.integer('StringAttributeConstraints.MaxLength') ??
    item.integer('NumberAttributeConstraints.MaxValue');
  return {
    name: isStandard || name.startsWith('custom:') ? name : `custom:${name}`,
    type: typeFrom(item),
    required: name !== 'sub' && (item.flag('Required') ?? false),
    mutable: item.flag('Mutable') ?? true,
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  };
}

function typeFrom(item: Reader): AttributeRule['type'] {
  const given = item.text('AttributeDataType') ?? 'String';
  return types.find((type) => type === given) ?? item.refuse('AttributeDataType', `is ${given}`);
}
