import { BlockList, isIP } from 'node:net'

/**
 * Addresses that no feed may lead to, since they are this machine, its own network, or no single host at all.
 * IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates); cloud metadata lies in link-local.
 */
const internal = new BlockList()
const four: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
// Of IPv6 only what is routed in public counts; of that, ways into IPv4 and what is for documents are left out.
const six: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
for (const [net, prefix] of four) internal.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of six) internal.addSubnet(net, prefix, 'ipv6')
const routed = new BlockList()
routed.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is somewhere in public, where anybody may read. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !internal.check(address, 'ipv4')
  // With a zone (fe80::1%eth0) it is of this link; BlockList would not know it.
  if (family !== 6 || address.includes('%')) return false
  return routed.check(address, 'ipv6') && !internal.check(address, 'ipv6')
}

/** A host as it stands in addresses: an IPv6 address without its brackets, a name without the dot of the root. */
export const hostOf = (url: URL): string =>
  url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
