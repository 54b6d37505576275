import { expect, test } from 'vitest';
import { callerAddress } from './caller-address.ts';

const header = 'x-forwarded-for';

test.each([
	['one proxy', 1, '203.0.113.7', '203.0.113.7'],
	['one proxy, the caller claims another address', 1, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
	['two proxies', 2, '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
	['two proxies, but the request met one', 2, '203.0.113.7', '10.0.0.1'],
	['IPv6', 1, '2001:db8::7', '2001:db8::7'],
	['no address', 1, 'unknown', '10.0.0.1'],
	['no header', 1, undefined, '10.0.0.1']
])('the address that limits count, behind %s', (_what, depth, said, address) => {
	expect(callerAddress({ header, depth }, { [header]: said }, '10.0.0.1')).toBe(address);
});

test('a header that stands twice is read as one list', () => {
	const headers = { [header]: ['198.51.100.1', '203.0.113.7'] };
	expect(callerAddress({ header, depth: 1 }, headers, '10.0.0.1')).toBe('203.0.113.7');
});
