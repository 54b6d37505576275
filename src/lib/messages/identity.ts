import type { IdentityRefusalCode } from '#lib/identity/refusals.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';

type Refusals = Record<IdentityRefusalCode, (facts: Facts) => string>;

const minutes = (facts: Facts) => Math.max(1, Math.ceil(Number(facts.retryAfterMs ?? 0) / 60_000));
const seconds = (facts: Facts) => Math.max(1, Math.ceil(Number(facts.retryAfterMs ?? 0) / 1000));

const viRefusals: Refusals = {
	'unknown-card': () =>
		'Chưa có thẻ nào như vậy. Bạn xem lại 8 ký tự và 6 số trên thẻ, hoặc nhờ thầy, cô phát thẻ mới.',
	'wrong-pin': (f) =>
		`PIN chưa đúng. Bạn còn ${f.left ?? ''} lần nhập. Bạn xem lại 6 số ở phần gấp kín của thẻ.`,
	'card-locked': (f) =>
		`Thẻ tạm khóa vì nhập sai PIN 5 lần. Bạn nhập lại sau ${minutes(f)} phút, hoặc nhờ thầy, cô phát thẻ mới.`,
	'wrong-password': () => 'Tên đăng nhập hoặc mật khẩu chưa đúng. Bạn kiểm tra rồi nhập lại.',
	'account-locked': (f) =>
		`Tài khoản tạm khóa vì nhập sai mật khẩu 5 lần. Bạn nhập lại sau ${minutes(f)} phút.`,
	'too-many-attempts': (f) =>
		`Nhiều lần nhập sai từ cùng một mạng. Bạn đăng nhập lại sau ${seconds(f)} giây. Người đã vào vẫn làm bài bình thường.`,
	'username-taken': () => 'Tên đăng nhập này đã có người dùng. Bạn chọn tên khác.',
	'link-unknown': () =>
		'Liên kết này không đúng. Bạn mở lại liên kết đã nhận, hoặc nhờ quản trị tạo liên kết mới.',
	'link-used': () =>
		'Liên kết này đã được dùng để đặt mật khẩu. Bạn đăng nhập bằng mật khẩu đó, hoặc nhờ quản trị tạo liên kết mới.',
	'link-expired': () => 'Liên kết này đã hết hạn. Bạn nhờ quản trị tạo liên kết mới.'
};

const vi = {
	refusals: viRefusals,
	signIn: {
		title: 'Vào thi bằng thẻ',
		lead: 'Bạn không cần số điện thoại, thư điện tử hay tài khoản mạng xã hội.',
		card: 'Mã thẻ',
		cardHint: 'Gõ chữ thường hay chữ hoa, có hay không có dấu cách, dấu gạch đều được.',
		pin: 'Mã PIN 6 số',
		pinHint: 'PIN nằm ở phần gấp kín của thẻ. Bạn giữ riêng cho mình.',
		enter: 'Vào thi',
		lost: 'Mất thẻ hay quên PIN? Thầy, cô phụ trách in lại được ngay, bài đã làm vẫn còn.',
		staff: 'Tôi là cán bộ, giáo viên',
		username: 'Tên đăng nhập',
		password: 'Mật khẩu',
		enterStaff: 'Đăng nhập',
		signOut: 'Đăng xuất',
		onward: 'Tiếp tục',
		already: (name: string) => `Bạn đang đăng nhập: ${name}.`,
		notYou: 'Không phải bạn? Đăng xuất rồi đăng nhập bằng thẻ của bạn.',
		passwordSet: 'Đã lưu mật khẩu. Bạn đăng nhập bằng tên đăng nhập và mật khẩu vừa đặt.',
		sample: {
			label: 'Thẻ dự thi trông như thế nào',
			heading: 'Thẻ dự thi',
			person: 'Họ và tên',
			unit: 'Lớp, trường',
			fold: 'Phần dưới gấp kín'
		},
		steps: [
			{ lead: 'Mặt ngoài', text: 'chỉ có họ tên và lớp.' },
			{ lead: 'Mã thẻ và PIN', text: 'in dưới nếp gấp, chỉ bạn biết. Mở nếp gấp khi vào thi.' },
			{ lead: 'Mã QR', text: 'chứa cả mã thẻ và PIN, nên bạn giữ kín như PIN.' }
		]
	},
	setUp: {
		title: 'Đặt mật khẩu',
		lead: (username: string) => `Tên đăng nhập của bạn là ${username}. Bạn chọn mật khẩu.`,
		password: 'Mật khẩu mới',
		hint: 'Ít nhất 10 ký tự. Một câu dài dễ nhớ cũng được.',
		save: 'Lưu mật khẩu'
	}
};

const enRefusals: Refusals = {
	'unknown-card': () =>
		'There is no such card. Check the 8 characters and the 6 digits, or ask your teacher for a new card.',
	'wrong-pin': (f) => `The PIN does not fit. Tries left: ${f.left ?? ''}. Check the 6 digits.`,
	'card-locked': (f) =>
		`The card is locked after 5 wrong PINs. Try again in ${minutes(f)} min, or ask your teacher for a new card.`,
	'wrong-password': () => 'The username or the password does not fit. Check both and try again.',
	'account-locked': (f) =>
		`The account is locked after 5 wrong passwords. Try again in ${minutes(f)} min.`,
	'too-many-attempts': (f) =>
		`Many wrong tries came from the same network. Sign in again in ${seconds(f)} s. Whoever is inside goes on.`,
	'username-taken': () => 'Somebody has this username. Choose another one.',
	'link-unknown': () =>
		'This link is not right. Open the link you were given, or ask for a new one.',
	'link-used': () =>
		'This link has been used to set a password. Sign in with it, or ask for a new link.',
	'link-expired': () => 'This link has expired. Ask the administrator for a new one.'
};

const en: typeof vi = {
	refusals: enRefusals,
	signIn: {
		title: 'Enter with your card',
		lead: 'No phone number, e-mail or social account is needed.',
		card: 'Card code',
		cardHint: 'Small or capital letters, with or without spaces and dashes.',
		pin: 'PIN, 6 digits',
		pinHint: 'The PIN lies under the fold of the card. Keep it to yourself.',
		enter: 'Enter',
		lost: 'Card lost or PIN forgotten? Your teacher prints a new one at once; your answers stay.',
		staff: 'I am staff or a teacher',
		username: 'Username',
		password: 'Password',
		enterStaff: 'Sign in',
		signOut: 'Sign out',
		onward: 'Go on',
		already: (name: string) => `You are signed in: ${name}.`,
		notYou: 'Not you? Sign out, then sign in with your own card.',
		passwordSet: 'The password is saved. Sign in with your username and that password.',
		sample: {
			label: 'What a card looks like',
			heading: 'Contest card',
			person: 'Full name',
			unit: 'Class, school',
			fold: 'The lower part is folded shut'
		},
		steps: [
			{ lead: 'The outside', text: 'has name and class only.' },
			{ lead: 'Code and PIN', text: 'are under the fold, for you alone. Open it when you enter.' },
			{ lead: 'The QR code', text: 'holds both, so keep it as private as the PIN.' }
		]
	},
	setUp: {
		title: 'Choose a password',
		lead: (username: string) => `Your username is ${username}. Choose a password.`,
		password: 'New password',
		hint: 'At least 10 characters. A long sentence you remember is fine.',
		save: 'Save the password'
	}
};

export const identityWords: Record<Language, typeof vi> = { vi, en };
