import { expect, test } from 'vitest';
import { byGivenName } from './name-order.ts';

test('a class list goes by given names, as Vietnamese letters are ordered, then by whole names', () => {
	const names = ['Trần Văn Đạt', 'Lê Thị Dung', 'Nguyễn An', 'Bùi Ánh', 'Lê Thị Anh', 'Hồ An'];
	expect(names.sort(byGivenName)).toEqual([
		'Hồ An',
		'Nguyễn An',
		'Lê Thị Anh',
		'Bùi Ánh',
		'Lê Thị Dung',
		'Trần Văn Đạt'
	]);
});
