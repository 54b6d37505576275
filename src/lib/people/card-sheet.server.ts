import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { dayOf, type Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import { peopleWords } from '#lib/messages/people.ts';
import type { PrintedCard } from './issue-cards.server.ts';
import { schoolYearStart } from './school-year.ts';

type Pdf = PDFKit.PDFDocument;
type Words = (typeof peopleWords)['vi']['card'];

export interface CardSheet {
	/** The line above the cards: the unit they are for. */
	readonly title: string;
	readonly cards: readonly PrintedCard[];
	readonly at: Instant;
	readonly language: Language;
}

// Millimetres of an A4 sheet in points: eight cards, two across, four down.
const MARGIN = 42;
const CARD = { width: 249, height: 168, gap: 12 };
const FOLD = 86;
const QR_SIDE = 62;
const INK = '#1c1a16';
const QUIET = '#4a443a';
const RULE = '#9b1c1f';
const [ROWS, COLUMNS] = [4, 2];
const PER_SHEET = ROWS * COLUMNS;

/**
 * Printable sheets of cards, A4, eight a sheet. The face has name and unit only; code, PIN and the QR that
 * holds both lie under the fold (design 15p with CORRECTIONS). Every letter is in the file: the font is embedded.
 */
export function cardSheetPdf(sheet: CardSheet): Promise<Buffer> {
	const pdf = new PDFDocument({
		size: 'A4',
		margin: 0,
		info: { Title: sheet.title, CreationDate: new Date(sheet.at) }
	});
	const done = collect(pdf);
	registerFonts(pdf);
	const words = peopleWords[sheet.language].card;
	const sheets = Math.max(1, Math.ceil(sheet.cards.length / PER_SHEET));
	for (let page = 0; page < sheets; page++) {
		if (page > 0) pdf.addPage();
		const cards = sheet.cards.slice(page * PER_SHEET, (page + 1) * PER_SHEET);
		drawHead(pdf, sheet, words.count(cards.length, page + 1, sheets));
		cards.forEach((card, i) => drawCard(pdf, { card, place: placeOf(i), at: sheet.at, words }));
	}
	pdf.end();
	return done;
}

interface Place {
	readonly x: number;
	readonly y: number;
}

function placeOf(i: number): Place {
	const column = i % COLUMNS;
	const row = Math.floor(i / COLUMNS);
	return {
		x: MARGIN + column * (CARD.width + CARD.gap),
		y: MARGIN + 16 + row * (CARD.height + CARD.gap)
	};
}

function drawHead(pdf: Pdf, { title, language }: CardSheet, count: string): void {
	const width = 2 * CARD.width + CARD.gap;
	const { cut } = peopleWords[language].card;
	const y = MARGIN - 8;
	pdf.fillColor(INK).font('bold').fontSize(8.5);
	pdf.text(`${title}. `, MARGIN, y, { width: width / 2, continued: true, lineBreak: false });
	pdf.font('regular').text(count, { lineBreak: false });
	pdf.text(cut, MARGIN, y, { width, align: 'right', lineBreak: false });
}

interface CardDrawn {
	readonly card: PrintedCard;
	readonly place: Place;
	readonly at: Instant;
	readonly words: Words;
}

function drawCard(pdf: Pdf, drawn: CardDrawn): void {
	const { x, y } = drawn.place;
	pdf.lineWidth(0.75).strokeColor(INK).rect(x, y, CARD.width, CARD.height).stroke();
	pdf.lineWidth(2).strokeColor(RULE);
	pdf
		.moveTo(x, y + 26)
		.lineTo(x + CARD.width, y + 26)
		.stroke();
	drawFace(pdf, drawn);
	pdf.lineWidth(0.75).strokeColor(QUIET).dash(3, { space: 3 });
	pdf
		.moveTo(x, y + FOLD)
		.lineTo(x + CARD.width, y + FOLD)
		.stroke()
		.undash();
	drawSecret(pdf, drawn);
}

function drawFace(pdf: Pdf, { card, place: { x, y }, at, words }: CardDrawn): void {
	const width = CARD.width - 24;
	const year = Number(schoolYearStart(dayOf(at)).slice(0, 4));
	pdf.fillColor(INK).font('bold').fontSize(9.5);
	pdf.text(words.heading, x + 12, y + 7, { width, lineBreak: false });
	pdf.text(words.schoolYear(year), x + 12, y + 7, { width, align: 'right', lineBreak: false });
	pdf.fontSize(sizeToFit(pdf, card.name, { most: 13, width }));
	pdf.text(card.name, x + 12, y + 36, { width, lineBreak: false });
	pdf
		.fillColor(QUIET)
		.font('regular')
		.fontSize(sizeToFit(pdf, card.unitName, { most: 9.5, width }));
	pdf.text(card.unitName, x + 12, y + 58, { width, lineBreak: false });
}

/** What lies under the fold. */
function drawSecret(pdf: Pdf, { card, place: { x, y }, words }: CardDrawn): void {
	const [code = '', pin = ''] = card.card.split(' ');
	const top = y + FOLD;
	pdf.fillColor(QUIET).font('regular').fontSize(7.5);
	pdf.text(words.fold, x + 12, top + 5, { lineBreak: false });
	pdf.text(words.code, x + 12, top + 19, { lineBreak: false });
	pdf.text(words.pin, x + 12, top + 49, { lineBreak: false });
	pdf.fillColor(INK).font('bold').fontSize(14);
	pdf.text(code, x + 12, top + 28, { characterSpacing: 1, lineBreak: false });
	pdf.text(pin, x + 12, top + 58, { characterSpacing: 3, lineBreak: false });
	drawQr(pdf, card.card, { x: x + CARD.width - QR_SIDE - 12, y: top + 11 });
}

/** The code and PIN as typed, so that any reader of QR codes shows them and the sign-in page takes them. */
function drawQr(pdf: Pdf, text: string, { x, y }: Place): void {
	const { data, size } = encode(text, { ecc: 'M', border: 0 });
	const side = QR_SIDE / size;
	pdf.fillColor(INK);
	data.forEach((row, r) =>
		row.forEach((dark, c) => {
			if (dark) pdf.rect(x + c * side, y + r * side, side, side);
		})
	);
	pdf.fill();
}

/** The largest size up to `most` at which the text fits one line; long names shrink, none is cut. */
function sizeToFit(
	pdf: Pdf,
	text: string,
	{ most, width }: { readonly most: number; readonly width: number }
): number {
	const natural = pdf.fontSize(most).widthOfString(text);
	return natural <= width ? most : Math.max(5, (most * width) / natural);
}

const require = createRequire(import.meta.url);
function registerFonts(pdf: Pdf): void {
	const font = (file: string) => require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`);
	pdf.registerFont('regular', font('400Regular/BeVietnamPro_400Regular.ttf'));
	pdf.registerFont('bold', font('600SemiBold/BeVietnamPro_600SemiBold.ttf'));
}

function collect(pdf: Pdf): Promise<Buffer> {
	const chunks: Buffer[] = [];
	return new Promise((resolve, reject) => {
		pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
		pdf.on('end', () => resolve(Buffer.concat(chunks)));
		pdf.on('error', reject);
	});
}
