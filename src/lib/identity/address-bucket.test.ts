import { expect, test } from 'vitest';
import { addressBucket } from './address-bucket.ts';

test.each([
	['203.0.113.7', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['::FFFF:cb00:7107', '203.0.113.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
	['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
	['2001:db8:1:3::9', '2001:db8:1:3::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['[::1]', '0:0:0:0::/64'],
	['::', '0:0:0:0::/64'],
	['not an address', 'unknown'],
	['', 'unknown']
])('the address %s counts in the bucket %s', (address, bucket) => {
	expect(addressBucket(address)).toBe(bucket);
});
