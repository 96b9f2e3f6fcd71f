/**
 * Which addresses may be fetched from: the public ones. Asked when the connection is made, of the very address that is
 * connected to, so that a name that answers differently the second time gains nothing.
 */
import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { OnRecordError } from '../domain/errors.js';

/** Public by their range, yet answering only inside a cloud: Azure's WireServer. */
const CLOUD_ADDRESSES = new Set(['168.63.129.16']);
/** The only block of IPv6 that is routed publicly (IANA, global unicast). */
const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Is it an address of the public internet? Mapped, translated and tunnelled forms of IPv4 are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || CLOUD_ADDRESSES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST_V6);
}

/** Which addresses may be connected to. */
export type AddressRule = (address: string) => boolean;

const privateAddress = (): OnRecordError =>
  new OnRecordError('PRIVATE_ADDRESS', 'The URL leads to a private or local address. Use --allow-private-urls where that is meant.');

/** @throws OnRecordError PRIVATE_ADDRESS where the URL's host is an address, written out, that the rule refuses */
export function checkHost(url: URL, allows: AddressRule): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allows(host)) throw privateAddress();
}

/** Resolves a name for a connection; one refused address among the answers refuses them all. */
export const lookupWith = (allows: AddressRule): LookupFunction => (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => {
    if (error) callback(error, []);
    else if (addresses.length === 0 || !addresses.every(({ address }) => allows(address))) callback(privateAddress(), []);
    else if (options.all) callback(null, addresses);
    else callback(null, addresses[0].address, addresses[0].family);
  });
};
