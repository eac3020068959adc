/**
 * The attributes that names are made of, by their identifiers (X.520; RFC 4519, 2; RFC 5280, A.1; EV: CA/Browser Forum).
 *
 * The short ones are those of RFC 4514, 3, and of OpenSSL.
 */
import { expectText } from '../errors.ts';

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.41': 'name',
  '2.5.4.42': 'GN',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.45': 'x500UniqueIdentifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.2.840.113549.1.9.2': 'unstructuredName',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionL',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionST',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionC',
};

/** What people also write. */
const ALIASES: Readonly<Record<string, string>> = {
  commonname: '2.5.4.3',
  surname: '2.5.4.4',
  countryname: '2.5.4.6',
  localityname: '2.5.4.7',
  stateorprovincename: '2.5.4.8',
  s: '2.5.4.8',
  streetaddress: '2.5.4.9',
  organizationname: '2.5.4.10',
  organizationalunitname: '2.5.4.11',
  givenname: '2.5.4.42',
  domaincomponent: '0.9.2342.19200300.100.1.25',
  userid: '0.9.2342.19200300.100.1.1',
  email: '1.2.840.113549.1.9.1',
  e: '1.2.840.113549.1.9.1',
};

export const COMMON_NAME = '2.5.4.3';
export const COUNTRY_NAME = '2.5.4.6';
export const SERIAL_NUMBER = '2.5.4.5';
export const DN_QUALIFIER = '2.5.4.46';
export const DOMAIN_COMPONENT = '0.9.2342.19200300.100.1.25';
export const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

/** `CN`, or the identifier itself. */
export function attributeName(oid: string): string {
  expectText('oid', oid);
  return SHORT_NAMES[oid] ?? oid;
}

/** The identifier of `CN`, `commonName` or `2.5.4.3`, whatever the case; undefined for others. */
export function attributeOid(name: string): string | undefined {
  expectText('name', name);
  if (/^[0-2](\.(0|[1-9]\d*))+$/.test(name)) return name;
  const lower = name.toLowerCase();
  const [oid] = Object.entries(SHORT_NAMES).find(([, known]) => known.toLowerCase() === lower) ?? [];
  return oid ?? (Object.hasOwn(ALIASES, lower) ? ALIASES[lower] : undefined);
}
