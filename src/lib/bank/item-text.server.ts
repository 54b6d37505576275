import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import type { Markup } from './item.ts';

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

/** Words, lists, tables and code; no links, pictures, scripts or attributes. */
const allowed: sanitizeHtml.IOptions = {
	allowedTags: [
		...['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
		...['sub', 'sup', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	allowedAttributes: {}
};

/**
 * An item's text as sanitised HTML. `plain` means every sign is itself; line ends stay. `markdown` is
 * rendered and then held to a short list of tags; a single paragraph loses its wrapping.
 */
export function itemTextToHtml(text: string, markup: Markup): string {
	switch (markup) {
		case 'plain':
			return escaped(text).replace(/\r?\n/g, '<br>');
		case 'markdown':
			return unwrapped(sanitizeHtml(markdown.render(text), allowed).trim());
	}
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function unwrapped(html: string): string {
	const only = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
	return only === undefined || only.includes('<p>') ? html : only;
}
