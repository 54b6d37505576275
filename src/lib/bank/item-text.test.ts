import { expect, test } from 'vitest';
import { itemTextToHtml } from './item-text.server.ts';

test.each([
	['a < b & c > "d"', 'a &lt; b &amp; c &gt; &quot;d&quot;'],
	['*không đậm*', '*không đậm*'],
	['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
	['dòng một\ndòng hai', 'dòng một<br>dòng hai']
])('plain text %j is shown sign by sign', (text, html) => {
	expect(itemTextToHtml(text, 'plain')).toBe(html);
});

test.each([
	['**đậm** và *nghiêng*', '<strong>đậm</strong> và <em>nghiêng</em>'],
	['- một\n- hai', '<ul>\n<li>một</li>\n<li>hai</li>\n</ul>'],
	['một\n\nhai', '<p>một</p>\n<p>hai</p>'],
	['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
	['[bấm](javascript:alert(1))', '[bấm](javascript:alert(1))'],
	['[bấm](https://example.vn)', 'bấm'],
	['![ảnh](https://example.vn/a.png)', '']
])('markdown %j keeps words and drops what could run or lead away', (text, html) => {
	expect(itemTextToHtml(text, 'markdown')).toBe(html);
});
