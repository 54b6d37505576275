import { sql, type Kysely } from 'kysely';

// identity: accounts and the ways to sign in. Owner of these tables: src/lib/identity.
// No secret is stored: session ids and links by SHA-256 (they are long and random), cards and PINs,
// which are short, by HMAC under a key of the instance, passwords by argon2id.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create extension if not exists btree_gist`.execute(db);
	await accounts(db);
	await waysIn(db);
	await tries(db);
}

async function accounts(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table account (
			id uuid primary key,
			-- person: the id is a people.person's; staff: signs in by password; program: an API token's holder
			holder text not null check (holder in ('person', 'staff', 'program')),
			username text unique,
			password_hash text,
			language text check (language in ('vi', 'en')),
			created_at timestamptz not null,
			check (password_hash is null or username is not null)
		);
		comment on table account is 'Who can be known to the instance: a person, a member of staff, a program.';
		comment on column account.username is 'personal: chosen by the holder, may be built from a name';
		create table session (
			id_hash bytea primary key check (length(id_hash) = 32),
			account_id uuid not null references account,
			created_at timestamptz not null,
			expires_at timestamptz not null check (expires_at > created_at)
		);
		comment on table session is 'A signed-in browser; only the SHA-256 of its id is known here. A row goes when it ends.';
		create index session_account on session (account_id);
		create index session_expiry on session (expires_at)
	`.execute(db);
}

async function waysIn(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table setup_link (
			token_hash bytea primary key check (length(token_hash) = 32),
			account_id uuid not null references account,
			created_at timestamptz not null,
			expires_at timestamptz not null check (expires_at > created_at)
		);
		comment on table setup_link is 'A one-time link by which a new account chooses its password.';
		create index setup_link_account on setup_link (account_id);
		create table setup_link_use (
			token_hash bytea primary key references setup_link,
			used_at timestamptz not null
		);
		comment on table setup_link_use is 'That a set-up link was used: at most once.';
		create trigger setup_link_use_append_only before update or delete on setup_link_use
			for each row execute function refuse_change();
		create table card (
			id uuid primary key,
			account_id uuid not null references account,
			code_hash bytea not null unique check (length(code_hash) = 32),
			pin_hash bytea not null check (length(pin_hash) = 32),
			issued_at timestamptz not null,
			revoked_at timestamptz
		);
		comment on table card is 'A sign-in card: keyed hashes of its code, and of its code with its PIN.';
		create unique index card_in_force on card (account_id) where revoked_at is null;
		create index card_account on card (account_id);
		create table api_token (
			token_hash bytea primary key check (length(token_hash) = 32),
			account_id uuid not null unique references account,
			name text not null,
			created_at timestamptz not null,
			revoked_at timestamptz
		);
		comment on table api_token is 'A bearer token of a program; its rights are the posts of its account.';
		comment on column api_token.name is 'personal: free text, may say who uses the token'
	`.execute(db);
}

async function tries(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table failed_sign_in (
			id bigint generated always as identity primary key,
			at timestamptz not null,
			means text not null check (means in ('card', 'password')),
			card_id uuid references card,
			account_id uuid references account,
			address_bucket bytea not null check (length(address_bucket) = 32)
		);
		comment on table failed_sign_in is 'A card, PIN or password that was wrong; survives its refusal.';
		comment on column failed_sign_in.address_bucket is 'Keyed hash of the address (IPv6: of its /64), never the address.';
		create index failed_sign_in_address on failed_sign_in (address_bucket, at);
		create index failed_sign_in_card on failed_sign_in (card_id, at) where card_id is not null;
		create index failed_sign_in_account on failed_sign_in (account_id, at) where account_id is not null;
		create trigger failed_sign_in_append_only before update or delete on failed_sign_in
			for each row execute function refuse_change();
		create table sign_in (
			id bigint generated always as identity primary key,
			account_id uuid not null references account,
			at timestamptz not null
		);
		comment on table sign_in is 'That an account signed in: wrong tries are counted anew from then on.';
		create index sign_in_account on sign_in (account_id, at);
		create trigger sign_in_append_only before update or delete on sign_in
			for each row execute function refuse_change();
		create table lockout (
			id uuid primary key,
			card_id uuid references card,
			account_id uuid references account,
			locked_at timestamptz not null,
			locked_until timestamptz not null check (locked_until > locked_at),
			check (num_nonnulls(card_id, account_id) = 1),
			exclude using gist (card_id with =, tstzrange(locked_at, locked_until) with &&),
			exclude using gist (account_id with =, tstzrange(locked_at, locked_until) with &&)
		);
		comment on table lockout is 'A card or an account shut for a while after too many wrong tries; never two at once.';
		create trigger lockout_append_only before update or delete on lockout
			for each row execute function refuse_change()
	`.execute(db);
}
