import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { diff } from '@graphql-inspector/core';
import { buildSchema, GraphQLEnumType, GraphQLInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { corpus, WITHOUT_CORPUS } from '../support/corpus.js';
import { buildOnRecordSchema, printOnRecordSchema } from '../../src/graphql/schema.js';

/** The file that says what clients rely on; it is outside data. */
const contract = corpus('contract.graphql');

describe('the schema', () => {
  it('is what schema.graphql holds (npm run schema writes it)', async () => {
    expect(await printOnRecordSchema()).toBe(readFileSync('schema.graphql', 'utf8'));
  });

  it('describes every type, field, argument, enum value and input field', async () => {
    const undescribed: string[] = [];
    const check = (name: string, { description }: { description?: string | null }): void => {
      if (!description?.trim()) undescribed.push(name);
    };
    for (const type of Object.values((await buildOnRecordSchema()).getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      check(type.name, type);
      if (type instanceof GraphQLEnumType) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      if (type instanceof GraphQLInputObjectType) for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
    expect(undescribed).toEqual([]);
  });

  it.skipIf(!contract)(`takes nothing from the contract and changes nothing in it${contract ? '' : ` (${WITHOUT_CORPUS})`}`, async () => {
    const changes = await diff(buildSchema(readFileSync(contract!, 'utf8')), await buildOnRecordSchema());
    // The contract's own words: it may add types, fields, optional arguments and enum values. A type or field that it does not
    // have brings along what belongs to it, required arguments too.
    const added = new Set(changes.filter(({ type }) => type === 'TYPE_ADDED' || type === 'FIELD_ADDED').map(({ path }) => path));
    const harmless = changes.filter(({ type, path = '' }) =>
      /DESCRIPTION|^(TYPE|FIELD|ENUM_VALUE)_ADDED$|DIRECTIVE/.test(type) || added.has(path.split('.')[0]) || added.has(path.split('.').slice(0, 2).join('.')));
    expect(changes.filter((change) => !harmless.includes(change)).map(({ message }) => message)).toEqual([]);
  });

  it('loads in plain Node, where classes that import each other in a circle fail', () => {
    const script = `
      const { printOnRecordSchema } = await import(new URL('dist/graphql/schema.js', 'file://' + process.cwd() + '/'));
      process.stdout.write((await printOnRecordSchema()).slice(0, 3));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
    expect(out).toBe('"""');
  });
});
