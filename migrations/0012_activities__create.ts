import { sql, type Kysely } from 'kysely';

// activities: what units did, and who confirmed it. Owner of these tables: src/lib/activities.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table activity (
			id uuid primary key,
			unit_key text not null references unit (key),
			kind text not null check (kind in ('ngoai_khoa', 'tiet_hoc_long_ghep', 'sinh_hoat_duoi_co',
				'dien_dan_hoi_dap', 'huong_dan_nguoi_dan', 'hoi_nghi_tap_huan', 'ngay_chu_nhat_so',
				'san_pham_truyen_thong', 'ke_hoach_don_vi', 'huong_ung_ngay_cds', 'khac')),
			held_on date not null,
			title text not null check (title <> ''),
			classes text[] not null default '{}',
			people integer check (people >= 0),
			led_by text,
			evidence text,
			contest_code text references contest (code),
			tags text[] not null default '{}',
			event_level text check (event_level in ('country', 'province', 'district', 'commune',
				'agency', 'department', 'school', 'class', 'doan', 'chi_doan')),
			recorded_at timestamptz not null,
			recorded_by uuid references account (id),
			constraint activity_once unique (unit_key, held_on, kind, title)
		);
		comment on table activity is 'Something a unit did on a day: a session, an event, a document, a broadcast. It counts once confirmed.';
		comment on column activity.title is 'personal: free text, may hold a name';
		comment on column activity.led_by is 'personal: who led it, as written';
		comment on column activity.evidence is 'personal: free text, may hold a name';
		create index activity_contest on activity (contest_code);

		create table activity_confirmation (
			activity_id uuid primary key references activity (id),
			confirmed_by text not null check (confirmed_by <> ''),
			confirmed_on date not null,
			account_id uuid references account (id),
			recorded_at timestamptz not null
		);
		comment on table activity_confirmation is 'The head of the unit vouches for an activity: who and when. Append-only.';
		comment on column activity_confirmation.confirmed_by is 'personal: the office, or a name as written in a file';
		create trigger activity_confirmation_append_only before update or delete on activity_confirmation
			for each row execute function refuse_change();
	`.execute(db);
}
