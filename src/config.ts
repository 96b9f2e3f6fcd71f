/** The only reader of the environment: each setting with its default, its help and its check. */
import { OnRecordError } from './domain/errors.js';

export interface Config {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly adminKey: string | null;
  readonly corsOrigins: readonly string[];
  readonly meiliUrl: string | null;
  readonly meiliKey: string | null;
  readonly meiliPrefix: string;
  readonly bodyLimit: number;
  readonly logLevel: string;
}

interface Setting {
  readonly name: string;
  readonly field: keyof Config;
  /** As it would be written in the environment; '' is unset. */
  readonly default: string;
  readonly help: string;
  /** The value, or undefined where the text is not allowed. */
  readonly read: (text: string) => Config[keyof Config] | undefined;
}

const optional = (value: string): string | null => value || null;
const wholeNumber = (from: number, to: number) => (value: string): number | undefined => {
  const number = Number(value);
  return /^\d+$/.test(value) && number >= from && number <= to ? number : undefined;
};
const oneOf = (...allowed: string[]) => (value: string): string | undefined => (allowed.includes(value) ? value : undefined);
const url = (value: string): string | null | undefined => {
  if (!value) return null;
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? value.replace(/\/+$/, '') : undefined;
};
const list = (value: string): string[] => value.split(',').map((part) => part.trim()).filter(Boolean);

/** 1 MB at the least: an article of that size must go in by the API. */
const MIN_BODY_LIMIT = 1_000_000;

export const SETTINGS: readonly Setting[] = [
  { name: 'ONRECORD_DATA', field: 'data', default: './data', help: 'Folder of the store and the embedded index.', read: (value) => value || undefined },
  { name: 'HOST', field: 'host', default: '127.0.0.1', help: 'Address to listen on. On any but a loopback address, mutations need ONRECORD_ADMIN_KEY.', read: (value) => value || undefined },
  { name: 'PORT', field: 'port', default: '4000', help: 'Port to listen on; 0 takes a free one.', read: wholeNumber(0, 65_535) },
  { name: 'ONRECORD_ADMIN_KEY', field: 'adminKey', default: '', help: 'Bearer token that mutations need. Where it is set it is needed on loopback too.', read: optional },
  { name: 'ONRECORD_CORS_ORIGINS', field: 'corsOrigins', default: '', help: 'Origins whose pages may call the API, separated by commas; * for all. Loopback origins always may.', read: list },
  { name: 'MEILI_URL', field: 'meiliUrl', default: '', help: 'Address of a Meilisearch server. Unset: the embedded engine.', read: url },
  { name: 'MEILI_KEY', field: 'meiliKey', default: '', help: 'API key of the Meilisearch server.', read: optional },
  { name: 'MEILI_PREFIX', field: 'meiliPrefix', default: 'onrecord_', help: 'What the names of the indexes in Meilisearch begin with.', read: (value) => (/^[A-Za-z0-9_-]*$/.test(value) ? value : undefined) },
  { name: 'ONRECORD_BODY_LIMIT', field: 'bodyLimit', default: '16000000', help: 'Bytes that the body of one request may have; at least 1000000.', read: wholeNumber(MIN_BODY_LIMIT, 1_000_000_000) },
  { name: 'ONRECORD_LOG', field: 'logLevel', default: 'info', help: 'How much is logged on standard error: debug, info, warn, error or silent.', read: oneOf('debug', 'info', 'warn', 'error', 'silent') },
];

/**
 * Reads the settings; those given (from the command line) win over the environment.
 * @throws OnRecordError INVALID_CONFIG naming the setting and what is wrong with it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env, given: Partial<Record<keyof Config, string>> = {}): Config {
  const entries = SETTINGS.map((setting) => {
    const value = given[setting.field] ?? environment[setting.name]?.trim() ?? setting.default;
    const read = setting.read(value === '' && given[setting.field] === undefined ? setting.default : value);
    if (read === undefined) throw new OnRecordError('INVALID_CONFIG', `${setting.name} must not be "${value}". ${setting.help}`);
    return [setting.field, read] as const;
  });
  return Object.fromEntries(entries) as unknown as Config;
}

/** Is this an address that only this machine reaches? */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
