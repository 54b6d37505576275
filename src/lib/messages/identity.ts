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
		title: 'Đăng nhập',
		withCard: 'Đăng nhập bằng thẻ',
		card: 'Mã thẻ',
		cardHint: '8 ký tự in trong phần gấp kín của thẻ. Không cần gõ dấu cách hay dấu gạch.',
		pin: 'PIN',
		pinHint: '6 số, ở ngay dưới mã thẻ.',
		enter: 'Vào thi',
		noCard: 'Chưa có thẻ hoặc thẻ bị mờ? Bạn nhờ thầy, cô phụ trách phát thẻ mới.',
		noAccount: 'Không cần tài khoản Facebook hay Google. Không thu số điện thoại.',
		withPassword: 'Thầy, cô và cán bộ đăng nhập',
		username: 'Tên đăng nhập',
		password: 'Mật khẩu',
		enterStaff: 'Đăng nhập',
		signOut: 'Đăng xuất',
		notYou: 'Không phải bạn?',
		already: (name: string) => `Bạn đang đăng nhập: ${name}.`
	},
	setUp: {
		title: 'Đặt mật khẩu',
		lead: (username: string) => `Tên đăng nhập của bạn là ${username}. Bạn chọn mật khẩu.`,
		password: 'Mật khẩu mới',
		hint: 'Ít nhất 10 ký tự. Một câu dài dễ nhớ cũng được.',
		save: 'Lưu mật khẩu',
		done: 'Đã lưu mật khẩu. Bạn đăng nhập bằng tên đăng nhập và mật khẩu vừa đặt.',
		toSignIn: 'Đến trang đăng nhập'
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
		title: 'Sign in',
		withCard: 'Sign in with your card',
		card: 'Card code',
		cardHint: '8 characters, under the fold of the card. Spaces and dashes do not matter.',
		pin: 'PIN',
		pinHint: '6 digits, just below the code.',
		enter: 'Enter',
		noCard: 'No card, or it cannot be read? Ask your teacher for a new one.',
		noAccount: 'No Facebook or Google account is needed. No phone number is collected.',
		withPassword: 'Staff sign in',
		username: 'Username',
		password: 'Password',
		enterStaff: 'Sign in',
		signOut: 'Sign out',
		notYou: 'Not you?',
		already: (name: string) => `You are signed in: ${name}.`
	},
	setUp: {
		title: 'Choose a password',
		lead: (username: string) => `Your username is ${username}. Choose a password.`,
		password: 'New password',
		hint: 'At least 10 characters. A long sentence you remember is fine.',
		save: 'Save the password',
		done: 'The password is saved. Sign in with your username and the password you chose.',
		toSignIn: 'To the sign-in page'
	}
};

export const identityWords: Record<Language, typeof vi> = { vi, en };
