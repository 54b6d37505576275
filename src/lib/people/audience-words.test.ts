import { expect, test } from 'vitest';
import { readAudiences } from './audience-words.ts';

test.each([
	['Học sinh', '8A1', ['hs_6_9']],
	['học sinh', 'Lớp 1B', ['hs_1_5']],
	['Hoc sinh', '12', ['hs_10_12']],
	['', '6A', ['hs_6_9']],
	['Đoàn viên', '10A1', ['doan_vien']],
	['Học sinh; Đoàn viên', '11A2', ['doan_vien', 'hs_10_12']],
	['CBCCVC', '', ['cbccvc']],
	['Cán bộ, công chức, viên chức', '', ['cbccvc']],
	['Sinh viên', '', ['sinh_vien']],
	['Thanh niên/Người dân', '', ['nguoi_dan', 'thanh_nien']]
])('"%s" with class "%s" is %j', (words, className, audiences) => {
	expect(readAudiences(words, className)).toEqual({ ok: true, audiences });
});

test.each([
	['Học sinh', '', 'class-number-needed'],
	['Học sinh', 'Chồi 1', 'class-number-needed'],
	['Học sinh', '13A', 'class-number-needed'],
	['Khách', '8A1', 'unknown-word'],
	['', '', 'empty']
])('"%s" with class "%s" is refused: %s', (words, className, why) => {
	expect(readAudiences(words, className)).toEqual({ ok: false, why });
});
