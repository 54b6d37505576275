-- Written by "npm run db:describe". Not run: migrations are.

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
		begin
			if current_setting('khoabang.retention', true) = 'on' then
				return coalesce(new, old);
			end if;
			raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
		end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_entry_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
		begin
			if current_setting('khoabang.retention', true) = 'on' then
				return coalesce(new, old);
			end if;
			if tg_op = 'UPDATE'
				and (new.contest_code, new.person_id, new.registered_at, new.public_id)
					= (old.contest_code, old.person_id, old.registered_at, old.public_id)
				and (old.unit_key is null or not exists (
					select from rules_freeze f where f.contest_code = old.contest_code
				)) then
				return new;
			end if;
			raise exception 'an entry stands' using errcode = 'restrict_violation';
		end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_falling_watermark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
		begin
			if new.watermark <= old.watermark then
				raise exception 'a watermark never falls' using errcode = 'restrict_violation';
			end if;
			return new;
		end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_form_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
		begin
			if exists (
				select from rules_freeze f join round r on r.contest_code = f.contest_code
				where r.id = old.round_id
			) then
				raise exception 'a frozen form stands' using errcode = 'restrict_violation';
			end if;
			return coalesce(new, old);
		end $function$
;

create table accommodation (
	contest_code text not null,
	extra_attempts integer not null default 0,
	extra_time_d integer not null default 1,
	extra_time_n integer not null default 1,
	id bigint not null generated always as identity,
	person_id uuid not null,
	reason text not null,
	recorded_at timestamp with time zone not null,
	recorded_by uuid,
	constraint accommodation_pkey PRIMARY KEY (id),
	constraint accommodation_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint accommodation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint accommodation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
	constraint accommodation_check CHECK ((extra_time_n >= extra_time_d)),
	constraint accommodation_extra_attempts_check CHECK ((extra_attempts >= 0)),
	constraint accommodation_extra_time_d_check CHECK ((extra_time_d > 0))
);
CREATE INDEX accommodation_person ON public.accommodation USING btree (contest_code, person_id, id);
CREATE TRIGGER accommodation_append_only BEFORE DELETE OR UPDATE ON public.accommodation FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table accommodation is 'Extra time and attempts of a person in a contest; the newest row is in force.';
comment on column accommodation.reason is 'personal: why this person has more time or attempts';

create table account (
	created_at timestamp with time zone not null,
	holder text not null,
	id uuid not null,
	language text,
	password_hash text,
	username text,
	constraint account_pkey PRIMARY KEY (id),
	constraint account_username_key UNIQUE (username),
	constraint account_check CHECK (((password_hash IS NULL) OR (username IS NOT NULL))),
	constraint account_holder_check CHECK ((holder = ANY (ARRAY['person'::text, 'staff'::text, 'program'::text]))),
	constraint account_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text])))
);
comment on table account is 'Who can be known to the instance: a person, a member of staff, a program.';
comment on column account.username is 'personal: chosen by the holder, may be built from a name';

create table activity (
	classes text[] not null default '{}'::text[],
	contest_code text,
	event_level text,
	evidence text,
	held_on date not null,
	id uuid not null,
	kind text not null,
	led_by text,
	people integer,
	recorded_at timestamp with time zone not null,
	recorded_by uuid,
	tags text[] not null default '{}'::text[],
	title text not null,
	unit_key text not null,
	constraint activity_pkey PRIMARY KEY (id),
	constraint activity_once UNIQUE (unit_key, held_on, kind, title),
	constraint activity_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint activity_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
	constraint activity_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint activity_event_level_check CHECK ((event_level = ANY (ARRAY['country'::text, 'province'::text, 'district'::text, 'commune'::text, 'agency'::text, 'department'::text, 'school'::text, 'class'::text, 'doan'::text, 'chi_doan'::text]))),
	constraint activity_kind_check CHECK ((kind = ANY (ARRAY['ngoai_khoa'::text, 'tiet_hoc_long_ghep'::text, 'sinh_hoat_duoi_co'::text, 'dien_dan_hoi_dap'::text, 'huong_dan_nguoi_dan'::text, 'hoi_nghi_tap_huan'::text, 'ngay_chu_nhat_so'::text, 'san_pham_truyen_thong'::text, 'ke_hoach_don_vi'::text, 'huong_ung_ngay_cds'::text, 'khac'::text]))),
	constraint activity_people_check CHECK ((people >= 0)),
	constraint activity_title_check CHECK ((title <> ''::text))
);
CREATE INDEX activity_contest ON public.activity USING btree (contest_code);
comment on table activity is 'Something a unit did on a day: a session, an event, a document, a broadcast. It counts once confirmed.';
comment on column activity.evidence is 'personal: free text, may hold a name';
comment on column activity.led_by is 'personal: who led it, as written';
comment on column activity.title is 'personal: free text, may hold a name';

create table activity_confirmation (
	account_id uuid,
	activity_id uuid not null,
	confirmed_by text not null,
	confirmed_on date not null,
	recorded_at timestamp with time zone not null,
	constraint activity_confirmation_pkey PRIMARY KEY (activity_id),
	constraint activity_confirmation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint activity_confirmation_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
	constraint activity_confirmation_confirmed_by_check CHECK ((confirmed_by <> ''::text))
);
CREATE TRIGGER activity_confirmation_append_only BEFORE DELETE OR UPDATE ON public.activity_confirmation FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table activity_confirmation is 'The head of the unit vouches for an activity: who and when. Append-only.';
comment on column activity_confirmation.confirmed_by is 'personal: the office, or a name as written in a file';

create table api_token (
	account_id uuid not null,
	created_at timestamp with time zone not null,
	name text not null,
	revoked_at timestamp with time zone,
	token_hash bytea not null,
	constraint api_token_pkey PRIMARY KEY (token_hash),
	constraint api_token_account_id_key UNIQUE (account_id),
	constraint api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint api_token_token_hash_check CHECK ((length(token_hash) = 32))
);
comment on table api_token is 'A bearer token of a program; its rights are the posts of its account.';
comment on column api_token.name is 'personal: free text, may say who uses the token';

create table attempt (
	allowance_ms integer not null,
	contest_code text not null,
	ends_at timestamp with time zone not null,
	extra_time_d integer not null default 1,
	extra_time_n integer not null default 1,
	id uuid not null,
	person_id uuid not null,
	receipt text not null,
	round_id uuid not null,
	seed bytea not null,
	seq integer not null,
	started_at timestamp with time zone not null,
	constraint attempt_pkey PRIMARY KEY (id),
	constraint attempt_person_id_round_id_seq_key UNIQUE (person_id, round_id, seq),
	constraint attempt_receipt_key UNIQUE (receipt),
	constraint attempt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint attempt_round_id_contest_code_fkey FOREIGN KEY (round_id, contest_code) REFERENCES round(id, contest_code),
	constraint attempt_allowance_ms_check CHECK ((allowance_ms >= 0)),
	constraint attempt_check CHECK ((ends_at >= started_at)),
	constraint attempt_extra_time_d_check CHECK ((extra_time_d >= 1)),
	constraint attempt_extra_time_n_check CHECK ((extra_time_n >= 1)),
	constraint attempt_seq_check CHECK ((seq >= 1))
);
CREATE INDEX attempt_contest ON public.attempt USING btree (contest_code, person_id);
CREATE INDEX attempt_round ON public.attempt USING btree (round_id, id);
CREATE TRIGGER attempt_append_only BEFORE DELETE OR UPDATE ON public.attempt FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table attempt is 'One start of one person in one round. ends_at is the deadline as told, without the network allowance; the paper is a function of the round''s frozen form and seed.';

create table attempt_due (
	attempt_id uuid not null,
	due_at timestamp with time zone not null,
	constraint attempt_due_pkey PRIMARY KEY (attempt_id),
	constraint attempt_due_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id)
);
CREATE INDEX attempt_due_at ON public.attempt_due USING btree (due_at);
comment on table attempt_due is 'Attempts that have no attempt_end yet, by the instant from which they count as ended. The sweeper''s list; nothing decides by it.';

create table attempt_end (
	attempt_id uuid not null,
	ended_at timestamp with time zone not null,
	kind text not null,
	recorded_at timestamp with time zone not null,
	constraint attempt_end_pkey PRIMARY KEY (attempt_id),
	constraint attempt_end_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint attempt_end_kind_check CHECK ((kind = ANY (ARRAY['submitted'::text, 'auto'::text])))
);
CREATE TRIGGER attempt_end_append_only BEFORE DELETE OR UPDATE ON public.attempt_end FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table attempt_end is 'How an attempt ended: submitted at ended_at, or auto at its ends_at. An attempt past its end and the allowance is auto before this row exists.';

create table attempt_writer (
	at timestamp with time zone not null,
	attempt_id uuid not null,
	writer integer not null,
	constraint attempt_writer_pkey PRIMARY KEY (attempt_id, writer),
	constraint attempt_writer_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint attempt_writer_writer_check CHECK ((writer >= 1))
);
CREATE TRIGGER attempt_writer_append_only BEFORE DELETE OR UPDATE ON public.attempt_writer FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table attempt_writer is 'Each start or resume by POST is a new writer; saves of an older one no longer count.';

create table audit_entry (
	about jsonb not null default '{}'::jsonb,
	account_id uuid,
	act text not null,
	actor_kind text not null,
	at timestamp with time zone not null,
	id bigint not null generated always as identity,
	constraint audit_entry_pkey PRIMARY KEY (id),
	constraint audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'operator'::text])))
);
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table audit_entry is 'Every write of staff or operator: who, when, which use case, about which keys; nothing that a person typed.';

create table bank (
	code text not null,
	created_at timestamp with time zone not null,
	language text not null,
	title text not null,
	constraint bank_pkey PRIMARY KEY (code),
	constraint bank_code_check CHECK ((code <> ''::text))
);
comment on table bank is 'An item bank.';

create table bank_source (
	bank_code text not null,
	content jsonb not null,
	position integer not null,
	source_id text not null,
	constraint bank_source_pkey PRIMARY KEY (bank_code, source_id),
	constraint bank_source_bank_code_fkey FOREIGN KEY (bank_code) REFERENCES bank(code)
);
comment on table bank_source is 'The documents that items cite, as khoabang.items/1 lists them.';

create table bank_term (
	bank_code text not null,
	code text not null,
	kind text not null,
	position integer not null,
	title text not null,
	constraint bank_term_pkey PRIMARY KEY (bank_code, kind, code),
	constraint bank_term_bank_code_fkey FOREIGN KEY (bank_code) REFERENCES bank(code),
	constraint bank_term_kind_check CHECK ((kind = ANY (ARRAY['topic'::text, 'level'::text])))
);
comment on table bank_term is 'The topics and levels that a bank uses, in its own order; a code is opaque.';

create table board_person (
	attempt_id uuid not null,
	attempts integer not null,
	elapsed bigint not null,
	first_submitted_at timestamp with time zone not null,
	group_id text,
	has_full boolean not null,
	perfect integer not null,
	person_id uuid not null,
	prediction integer,
	prediction_error bigint,
	registered_at timestamp with time zone not null,
	round_id uuid not null,
	score integer not null,
	sort_key bytea not null,
	started_at timestamp with time zone not null,
	submitted_at timestamp with time zone not null,
	unit_key text not null,
	constraint board_person_pkey PRIMARY KEY (round_id, person_id),
	constraint board_person_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint board_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint board_person_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
	constraint board_person_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key)
);
CREATE INDEX board_person_group ON public.board_person USING btree (round_id, group_id, sort_key, person_id);
CREATE INDEX board_person_order ON public.board_person USING btree (round_id, sort_key, person_id);
comment on table board_person is 'A person''s result in a round. sort_key is the chain in force as fixed-width bytes: their order is the ranking, equal bytes share a rank.';

create table board_round (
	actual bigint,
	as_of timestamp with time zone not null,
	round_id uuid not null,
	settled boolean not null,
	watermark bigint not null,
	constraint board_round_pkey PRIMARY KEY (round_id),
	constraint board_round_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
	constraint board_round_watermark_check CHECK ((watermark >= 1))
);
CREATE TRIGGER board_round_rises BEFORE UPDATE ON public.board_round FOR EACH ROW EXECUTE FUNCTION refuse_falling_watermark();
comment on table board_round is 'The snapshot of a round''s boards: watermark rises with each projection; settled once the round is closed and no attempt of it runs, and only then is actual known.';

create table board_unit (
	attempts integer not null,
	flags text[] not null,
	headcount integer,
	league text,
	participants integer not null,
	position integer not null,
	rank integer,
	round_id uuid not null,
	unit_key text not null,
	value_d text,
	value_n text,
	constraint board_unit_pkey PRIMARY KEY (round_id, unit_key),
	constraint board_unit_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
	constraint board_unit_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key)
);
CREATE INDEX board_unit_order ON public.board_unit USING btree (round_id, "position");
comment on table board_unit is 'Ranked units over a round and those closed before it, in the order they are shown.';

create table card (
	account_id uuid not null,
	code_hash bytea not null,
	id uuid not null,
	issued_at timestamp with time zone not null,
	pin_hash bytea not null,
	revoked_at timestamp with time zone,
	constraint card_pkey PRIMARY KEY (id),
	constraint card_code_hash_key UNIQUE (code_hash),
	constraint card_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint card_code_hash_check CHECK ((length(code_hash) = 32)),
	constraint card_pin_hash_check CHECK ((length(pin_hash) = 32))
);
CREATE INDEX card_account ON public.card USING btree (account_id);
CREATE UNIQUE INDEX card_in_force ON public.card USING btree (account_id) WHERE (revoked_at IS NULL);
comment on table card is 'A sign-in card: keyed hashes of its code, and of its code with its PIN.';

create table consent (
	channel text not null,
	given_by text not null,
	guardian_name text,
	guardian_relation text,
	id uuid not null,
	person_id uuid not null,
	purpose text not null,
	recorded_at timestamp with time zone not null,
	recorded_by uuid,
	text_hash bytea not null,
	text_version text not null,
	constraint consent_pkey PRIMARY KEY (id),
	constraint consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint consent_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
	constraint consent_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text]))),
	constraint consent_check CHECK (((given_by = 'guardian'::text) OR ((guardian_name IS NULL) AND (guardian_relation IS NULL)))),
	constraint consent_given_by_check CHECK ((given_by = ANY (ARRAY['child'::text, 'guardian'::text, 'self'::text]))),
	constraint consent_purpose_check CHECK ((purpose = ANY (ARRAY['take_part'::text, 'publish'::text, 'certificate'::text, 'photos'::text]))),
	constraint consent_text_hash_check CHECK ((length(text_hash) = 32))
);
CREATE INDEX consent_person ON public.consent USING btree (person_id, purpose);
CREATE TRIGGER consent_append_only BEFORE DELETE OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table consent is 'One yes to one purpose, with the text it answers. It stands until a withdrawal names it.';
comment on column consent.guardian_name is 'personal: name of the parent or guardian, where the paper says it';
comment on column consent.guardian_relation is 'personal: mother, father, guardian';
comment on column consent.recorded_by is 'The account that recorded it; null: a command.';

create table consent_withdrawal (
	channel text not null,
	consent_id uuid not null,
	recorded_at timestamp with time zone not null,
	recorded_by uuid,
	withdrawn_by text not null,
	constraint consent_withdrawal_pkey PRIMARY KEY (consent_id),
	constraint consent_withdrawal_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id),
	constraint consent_withdrawal_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
	constraint consent_withdrawal_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text]))),
	constraint consent_withdrawal_withdrawn_by_check CHECK ((withdrawn_by = ANY (ARRAY['child'::text, 'guardian'::text, 'self'::text])))
);
CREATE TRIGGER consent_withdrawal_append_only BEFORE DELETE OR UPDATE ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table consent_withdrawal is 'That a consent no longer stands, from recorded_at on.';

create table contest (
	bank_code text not null,
	code text not null,
	definition jsonb not null,
	headcount_as_of date not null,
	imported_at timestamp with time zone not null,
	imported_by uuid,
	organiser_key text not null,
	plan_code text,
	title text not null,
	constraint contest_pkey PRIMARY KEY (code),
	constraint contest_bank_code_fkey FOREIGN KEY (bank_code) REFERENCES bank(code),
	constraint contest_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES account(id),
	constraint contest_organiser_key_fkey FOREIGN KEY (organiser_key) REFERENCES unit(key),
	constraint contest_plan_code_fkey FOREIGN KEY (plan_code) REFERENCES plan(code)
);
CREATE INDEX contest_organiser ON public.contest USING btree (organiser_key);
CREATE INDEX contest_plan ON public.contest USING btree (plan_code);
comment on table contest is 'A contest; definition is the whole khoabang.contest/1 with its defaults filled in.';

create table contest_secret (
	commitment text not null,
	contest_code text not null,
	drawn_at timestamp with time zone not null,
	secret bytea not null,
	constraint contest_secret_pkey PRIMARY KEY (contest_code),
	constraint contest_secret_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint contest_secret_secret_check CHECK ((length(secret) = 32))
);
CREATE TRIGGER contest_secret_append_only BEFORE DELETE OR UPDATE ON public.contest_secret FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table contest_secret is 'The key that makes public ids of this contest, of people and attempts: its commitment is public at once, the secret never.';

create table deadline (
	before text,
	cutoff text,
	plan_code text not null,
	position integer not null,
	repeat text not null,
	title text not null,
	constraint deadline_pkey PRIMARY KEY (plan_code, "position"),
	constraint deadline_plan_code_fkey FOREIGN KEY (plan_code) REFERENCES plan(code),
	constraint deadline_repeat_check CHECK ((repeat = ANY (ARRAY['monthly'::text, 'yearly'::text, 'once'::text, 'on_request'::text])))
);
comment on table deadline is 'A report the plan asks for: to be in before a day, that day not included.';

create table draw_seed (
	commitment text not null,
	drawn_at timestamp with time zone not null,
	round_id uuid not null,
	seed bytea not null,
	constraint draw_seed_pkey PRIMARY KEY (round_id),
	constraint draw_seed_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE,
	constraint draw_seed_seed_check CHECK ((length(seed) = 32))
);
CREATE TRIGGER draw_seed_stands BEFORE UPDATE ON public.draw_seed FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table draw_seed is 'The seed of a round''s draws: its commitment is public at once, the seed after the round has closed.';

create table entry (
	contest_code text not null,
	group_id text,
	person_id uuid not null,
	public_id text not null,
	registered_at timestamp with time zone not null,
	unit_key text,
	constraint entry_pkey PRIMARY KEY (contest_code, person_id),
	constraint entry_contest_code_public_id_key UNIQUE (contest_code, public_id),
	constraint entry_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint entry_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key)
);
CREATE INDEX entry_person ON public.entry USING btree (person_id);
CREATE INDEX entry_unit ON public.entry USING btree (contest_code, unit_key);
CREATE TRIGGER entry_stands BEFORE DELETE OR UPDATE ON public.entry FOR EACH ROW EXECUTE FUNCTION refuse_entry_change();
comment on table entry is 'A person in a contest, once; unit_key is null only until a person of several units has chosen.';

create table failed_sign_in (
	account_id uuid,
	address_bucket bytea not null,
	at timestamp with time zone not null,
	card_id uuid,
	id bigint not null generated always as identity,
	means text not null,
	constraint failed_sign_in_pkey PRIMARY KEY (id),
	constraint failed_sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint failed_sign_in_card_id_fkey FOREIGN KEY (card_id) REFERENCES card(id),
	constraint failed_sign_in_address_bucket_check CHECK ((length(address_bucket) = 32)),
	constraint failed_sign_in_means_check CHECK ((means = ANY (ARRAY['card'::text, 'password'::text])))
);
CREATE INDEX failed_sign_in_account ON public.failed_sign_in USING btree (account_id, at) WHERE (account_id IS NOT NULL);
CREATE INDEX failed_sign_in_address ON public.failed_sign_in USING btree (address_bucket, at);
CREATE INDEX failed_sign_in_card ON public.failed_sign_in USING btree (card_id, at) WHERE (card_id IS NOT NULL);
CREATE TRIGGER failed_sign_in_append_only BEFORE DELETE OR UPDATE ON public.failed_sign_in FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table failed_sign_in is 'A card, PIN or password that was wrong; survives its refusal.';
comment on column failed_sign_in.address_bucket is 'Keyed hash of the address (IPv6: of its /64), never the address.';

create table form_item (
	cell integer not null,
	item_version_id uuid not null,
	position integer not null,
	round_id uuid not null,
	constraint form_item_pkey PRIMARY KEY (round_id, cell, "position"),
	constraint form_item_round_id_cell_item_version_id_key UNIQUE (round_id, cell, item_version_id),
	constraint form_item_item_version_id_fkey FOREIGN KEY (item_version_id) REFERENCES item_version(id),
	constraint form_item_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE
);
CREATE INDEX form_item_version ON public.form_item USING btree (item_version_id);
CREATE TRIGGER form_item_stands BEFORE DELETE OR UPDATE ON public.form_item FOR EACH ROW EXECUTE FUNCTION refuse_form_change();
comment on table form_item is 'The item versions a round draws from, by cell of its blueprint, frozen when it opens.';

create table headcount (
	as_of date not null,
	audience text not null,
	declared_by text not null,
	doc_ref text,
	id bigint not null generated always as identity,
	recorded_at timestamp with time zone not null,
	source text not null,
	unit_key text not null,
	value integer not null,
	constraint headcount_pkey PRIMARY KEY (id),
	constraint headcount_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint headcount_audience_check CHECK ((audience = ANY (ARRAY['hs_1_5'::text, 'hs_6_9'::text, 'hs_10_12'::text, 'sinh_vien'::text, 'doan_vien'::text, 'thanh_nien'::text, 'cbccvc'::text, 'nguoi_dan'::text]))),
	constraint headcount_value_check CHECK ((value >= 0))
);
CREATE INDEX headcount_latest ON public.headcount USING btree (unit_key, audience, as_of DESC, id DESC);
CREATE TRIGGER headcount_append_only BEFORE DELETE OR UPDATE ON public.headcount FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table headcount is 'Declared numbers of people of an audience in a unit''s whole subtree. Append-only: a correction is a later row for the same day.';
comment on column headcount.declared_by is 'personal: who declared it, as written in the source';

create table imported_score (
	attempt_id uuid not null,
	score integer not null,
	source text not null,
	constraint imported_score_pkey PRIMARY KEY (attempt_id),
	constraint imported_score_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint imported_score_score_check CHECK ((score >= 0))
);
CREATE TRIGGER imported_score_append_only BEFORE DELETE OR UPDATE ON public.imported_score FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table imported_score is 'The score of an attempt held elsewhere (paper, an older site); it has no responses here.';

create table indicator (
	code text not null,
	definition jsonb not null,
	plan_code text not null,
	position integer not null,
	source text not null,
	wording text not null,
	constraint indicator_pkey PRIMARY KEY (plan_code, code),
	constraint indicator_plan_code_position_key UNIQUE (plan_code, "position") DEFERRABLE INITIALLY DEFERRED,
	constraint indicator_plan_code_fkey FOREIGN KEY (plan_code) REFERENCES plan(code),
	constraint indicator_code_check CHECK ((code <> ''::text))
);
comment on table indicator is 'A sentence of the plan that can be judged: its wording and its machine form (khoabang.plan/1).';

create table instance_fact (
	key text not null,
	recorded_at timestamp with time zone not null,
	value text not null,
	constraint instance_fact_pkey PRIMARY KEY (key)
);
comment on table instance_fact is 'What is true of this instance for good: the demo mark, the fingerprint of its secret.';

create table item (
	bank_code text not null,
	item_id text not null,
	position integer not null,
	recorded_at timestamp with time zone not null,
	constraint item_pkey PRIMARY KEY (bank_code, item_id),
	constraint item_bank_code_position_key UNIQUE (bank_code, "position"),
	constraint item_bank_code_fkey FOREIGN KEY (bank_code) REFERENCES bank(code)
);
comment on table item is 'A question, whatever its state; its states are the versions.';

create table item_version (
	audiences text[] not null,
	bank_code text not null,
	content jsonb not null,
	id uuid not null,
	item_id text not null,
	level text not null,
	recorded_at timestamp with time zone not null,
	recorded_by uuid,
	search_text text not null,
	status text not null,
	topic text not null,
	type text not null,
	valid_from date not null,
	valid_to date,
	version integer not null,
	constraint item_version_pkey PRIMARY KEY (id),
	constraint item_version_bank_code_item_id_version_key UNIQUE (bank_code, item_id, version),
	constraint item_version_bank_code_item_id_fkey FOREIGN KEY (bank_code, item_id) REFERENCES item(bank_code, item_id),
	constraint item_version_check CHECK ((valid_to > valid_from)),
	constraint item_version_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'approved'::text, 'retired'::text]))),
	constraint item_version_version_check CHECK ((version >= 1))
);
CREATE INDEX item_version_cell ON public.item_version USING btree (bank_code, topic, level);
CREATE TRIGGER item_version_append_only BEFORE DELETE OR UPDATE ON public.item_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table item_version is 'One state of a question, key and all; the highest version is the current one. Append-only.';
comment on column item_version.search_text is 'The words of the question without case and marks, for searching.';

create table late_evidence (
	answered_at timestamp with time zone,
	attempt_id uuid not null,
	client_seq bigint not null,
	id bigint not null generated always as identity,
	kind text not null,
	position integer not null,
	received_at timestamp with time zone not null,
	response jsonb not null,
	writer integer not null,
	constraint late_evidence_pkey PRIMARY KEY (id),
	constraint late_evidence_attempt_id_position_writer_client_seq_kind_key UNIQUE (attempt_id, "position", writer, client_seq, kind),
	constraint late_evidence_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint late_evidence_kind_check CHECK ((kind = ANY (ARRAY['attempt-ended'::text, 'continued-elsewhere'::text]))),
	constraint late_evidence_position_check CHECK (("position" >= 0))
);
CREATE TRIGGER late_evidence_append_only BEFORE DELETE OR UPDATE ON public.late_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table late_evidence is 'Saves that came after the end or from an older writer. They count only if a correction accepts them. Position 0 is the prediction.';
comment on column late_evidence.answered_at is 'What the device claims; it decides nothing.';
comment on column late_evidence.response is 'personal: what the person answered';

create table lockout (
	account_id uuid,
	card_id uuid,
	id uuid not null,
	locked_at timestamp with time zone not null,
	locked_until timestamp with time zone not null,
	constraint lockout_pkey PRIMARY KEY (id),
	constraint lockout_account_id_tstzrange_excl EXCLUDE USING gist (account_id WITH =, tstzrange(locked_at, locked_until) WITH &&),
	constraint lockout_card_id_tstzrange_excl EXCLUDE USING gist (card_id WITH =, tstzrange(locked_at, locked_until) WITH &&),
	constraint lockout_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint lockout_card_id_fkey FOREIGN KEY (card_id) REFERENCES card(id),
	constraint lockout_check CHECK ((locked_until > locked_at)),
	constraint lockout_check1 CHECK ((num_nonnulls(card_id, account_id) = 1))
);
CREATE TRIGGER lockout_append_only BEFORE DELETE OR UPDATE ON public.lockout FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table lockout is 'A card or an account shut for a while after too many wrong tries; never two at once.';

create table membership (
	audiences text[] not null,
	id uuid not null,
	person_id uuid not null,
	roster_id uuid,
	unit_key text not null,
	valid_during daterange not null generated always as (daterange(valid_from, valid_to)) stored,
	valid_from date not null,
	valid_to date,
	constraint membership_pkey PRIMARY KEY (id),
	constraint membership_person_id_unit_key_valid_during_key UNIQUE (person_id, unit_key, valid_during WITHOUT OVERLAPS),
	constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint membership_roster_id_fkey FOREIGN KEY (roster_id) REFERENCES roster(id),
	constraint membership_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint membership_audiences_check CHECK ((cardinality(audiences) > 0)),
	constraint membership_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX membership_person ON public.membership USING btree (person_id);
CREATE INDEX membership_unit ON public.membership USING btree (unit_key, valid_from);
comment on table membership is 'That a person belongs to a unit, as which audiences, over days [valid_from, valid_to).';

create table outbox (
	attempt_id uuid,
	consumer text not null,
	contest_code text not null,
	id bigint not null generated always as identity,
	kind text not null,
	person_id uuid not null,
	recorded_at timestamp with time zone not null,
	round_id uuid,
	constraint outbox_pkey PRIMARY KEY (id),
	constraint outbox_consumer_check CHECK ((consumer = ANY (ARRAY['board'::text, 'participation'::text])))
);
CREATE INDEX outbox_consumer ON public.outbox USING btree (consumer, id);
comment on table outbox is 'What each projector has still to fold, a row per consumer, inserted in the transaction of the fact and deleted when folded.';

create table participation_count (
	amount integer not null,
	audience text not null,
	contest_code text not null,
	measure text not null,
	on_day date not null,
	unit_key text not null,
	constraint participation_count_pkey PRIMARY KEY (contest_code, unit_key, audience, measure, on_day),
	constraint participation_count_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint participation_count_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint participation_count_measure_check CHECK ((measure = ANY (ARRAY['registered'::text, 'started'::text, 'completed'::text, 'passed'::text, 'perfect'::text, 'attempts'::text])))
);
comment on table participation_count is 'People (or attempts) of a leaf unit that reached a measure on a day: additive over days and, within one tree, over units.';

create table participation_person (
	attempt_days date[] not null default '{}'::date[],
	audience text,
	completed_on date,
	contest_code text not null,
	passed_on date,
	perfect_on date,
	person_id uuid not null,
	registered_on date not null,
	started_on date,
	unit_key text,
	constraint participation_person_pkey PRIMARY KEY (contest_code, person_id),
	constraint participation_person_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint participation_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
	constraint participation_person_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key)
);
CREATE INDEX participation_person_unit ON public.participation_person USING btree (unit_key, contest_code);
comment on table participation_person is 'What the rollup holds of each person: the day each measure was first reached, and the day of each valid attempt. Folded from the outbox, never from a page.';

create table person (
	birth_year integer not null,
	code text not null,
	created_at timestamp with time zone not null,
	id uuid not null,
	name text not null,
	constraint person_pkey PRIMARY KEY (id),
	constraint person_code_key UNIQUE (code),
	constraint person_id_fkey FOREIGN KEY (id) REFERENCES account(id),
	constraint person_birth_year_check CHECK (((birth_year >= 1900) AND (birth_year <= 2100))),
	constraint person_code_check CHECK ((code <> ''::text)),
	constraint person_name_check CHECK ((name <> ''::text))
);
comment on table person is 'Somebody on a roster. The id is that of the account which signs in.';
comment on column person.birth_year is 'personal: the year only, for the rules about age';
comment on column person.code is 'personal: the code that the school or the agency gave';
comment on column person.name is 'personal: full name';

create table plan (
	code text not null,
	issued_on date,
	issuer_key text not null,
	number text,
	period_from date not null,
	period_to date not null,
	title text not null,
	constraint plan_pkey PRIMARY KEY (code),
	constraint plan_issuer_key_fkey FOREIGN KEY (issuer_key) REFERENCES unit(key),
	constraint plan_check CHECK ((period_to > period_from)),
	constraint plan_code_check CHECK ((code <> ''::text))
);
CREATE INDEX plan_issuer ON public.plan USING btree (issuer_key);
comment on table plan is 'A plan of a state body: who issued it and for which days [from, to).';

create table post (
	account_id uuid not null,
	id bigint not null generated always as identity,
	role text not null,
	unit_key text,
	valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
	valid_from date not null,
	valid_to date,
	constraint post_pkey PRIMARY KEY (id),
	constraint post_once EXCLUDE USING gist (account_id WITH =, role WITH =, COALESCE(unit_key, ''::text) WITH =, valid WITH &&),
	constraint post_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint post_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint post_check CHECK ((valid_to > valid_from)),
	constraint post_check1 CHECK (((unit_key IS NOT NULL) OR (role = 'administrator'::text))),
	constraint post_role_check CHECK ((role = ANY (ARRAY['contestant'::text, 'class-manager'::text, 'school-head'::text, 'unit-secretary'::text, 'organiser'::text, 'author'::text, 'reviewer'::text, 'judge'::text, 'official'::text, 'auditor'::text, 'administrator'::text])))
);
CREATE INDEX post_account ON public.post USING btree (account_id);
CREATE INDEX post_unit ON public.post USING btree (unit_key);
comment on table post is 'Who holds which role at which unit, by day. No unit: the whole instance (the administrator).';

create table prediction (
	attempt_id uuid not null,
	client_seq bigint not null,
	saved_at timestamp with time zone not null,
	value integer,
	writer integer not null,
	constraint prediction_pkey PRIMARY KEY (attempt_id, writer, client_seq),
	constraint prediction_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint prediction_client_seq_check CHECK (((client_seq >= 1) AND (client_seq <= '9007199254740991'::bigint))),
	constraint prediction_value_check CHECK (((value >= 0) AND (value <= 100000000))),
	constraint prediction_writer_check CHECK ((writer >= 1))
);
CREATE TRIGGER prediction_append_only BEFORE DELETE OR UPDATE ON public.prediction FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table prediction is 'Every saved prediction; the newest (writer, client_seq) counts. A null value declines.';

create table publication (
	contest_code text not null,
	full_attempts text not null,
	full_contest text not null,
	id uuid not null,
	public_attempts text not null,
	public_contest text not null,
	published_at timestamp with time zone not null,
	published_by uuid,
	round_id uuid,
	standings text not null,
	standings_sha256 text not null,
	version integer not null,
	constraint publication_pkey PRIMARY KEY (id),
	constraint publication_contest_code_round_id_version_key UNIQUE NULLS NOT DISTINCT (contest_code, round_id, version),
	constraint publication_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES account(id),
	constraint publication_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
	constraint publication_version_check CHECK ((version >= 1))
);
CREATE INDEX publication_published ON public.publication USING btree (published_at);
CREATE TRIGGER publication_append_only BEFORE DELETE OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table publication is 'A frozen version of a round''s results, or of the whole contest''s (round_id null): the very files of its bundle in both forms. People are public ids.';

create table response (
	attempt_id uuid not null,
	client_seq bigint not null,
	position integer not null,
	response jsonb not null,
	saved_at timestamp with time zone not null,
	writer integer not null,
	constraint response_pkey PRIMARY KEY (attempt_id, "position", writer, client_seq),
	constraint response_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
	constraint response_client_seq_check CHECK (((client_seq >= 1) AND (client_seq <= '9007199254740991'::bigint))),
	constraint response_position_check CHECK (("position" >= 1)),
	constraint response_writer_check CHECK ((writer >= 1))
);
CREATE TRIGGER response_append_only BEFORE DELETE OR UPDATE ON public.response FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table response is 'Every saved answer; the newest (writer, client_seq) of a position counts. JSON null is a cleared answer.';
comment on column response.response is 'personal: what the person answered';

create table roster (
	accepted_at timestamp with time zone not null,
	accepted_by uuid,
	file_hash bytea not null,
	id uuid not null,
	people integer not null,
	unit_key text not null,
	valid_from date not null,
	constraint roster_pkey PRIMARY KEY (id),
	constraint roster_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES account(id),
	constraint roster_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint roster_file_hash_check CHECK ((length(file_hash) = 32))
);
CREATE INDEX roster_unit ON public.roster USING btree (unit_key);
CREATE TRIGGER roster_append_only BEFORE DELETE OR UPDATE ON public.roster FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table roster is 'A list that was accepted: of which unit, which file, when and by whom (null: a command).';

create table roster_freeze (
	contest_code text not null,
	frozen_at timestamp with time zone not null,
	people integer not null,
	roster_hash text not null,
	constraint roster_freeze_pkey PRIMARY KEY (contest_code),
	constraint roster_freeze_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint roster_freeze_people_check CHECK ((people >= 0)),
	constraint roster_freeze_roster_hash_check CHECK ((roster_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE TRIGGER roster_freeze_append_only BEFORE DELETE OR UPDATE ON public.roster_freeze FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table roster_freeze is 'Who was in a contest when its first round opened: sha256 of their public ids in code-unit order, each followed by LF. Whoever enters later is not in it.';

create table round (
	closes_at timestamp with time zone not null,
	contest_code text not null,
	id uuid not null,
	key text not null,
	kind text not null,
	opens_at timestamp with time zone not null,
	position integer not null,
	title text not null,
	constraint round_pkey PRIMARY KEY (id),
	constraint round_contest_code_key_key UNIQUE (contest_code, key),
	constraint round_id_contest_code_key UNIQUE (id, contest_code),
	constraint round_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code),
	constraint round_check CHECK ((opens_at < closes_at)),
	constraint round_key_check CHECK ((key <> 'final'::text)),
	constraint round_kind_check CHECK ((kind = ANY (ARRAY['week'::text, 'dot'::text, 'month'::text, 'quarter'::text, 'single'::text, 'final'::text])))
);
CREATE INDEX round_closes ON public.round USING btree (closes_at);
CREATE INDEX round_opens ON public.round USING btree (opens_at);
comment on table round is 'A round is open in [opens_at, closes_at); key is its id in the file.';

create table rules_freeze (
	contest_code text not null,
	frozen_at timestamp with time zone not null,
	constraint rules_freeze_pkey PRIMARY KEY (contest_code),
	constraint rules_freeze_contest_code_fkey FOREIGN KEY (contest_code) REFERENCES contest(code)
);
CREATE TRIGGER rules_freeze_append_only BEFORE DELETE OR UPDATE ON public.rules_freeze FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table rules_freeze is 'The first attempt of a contest: from here its rules stand.';

create table session (
	account_id uuid not null,
	created_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	id_hash bytea not null,
	constraint session_pkey PRIMARY KEY (id_hash),
	constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint session_check CHECK ((expires_at > created_at)),
	constraint session_id_hash_check CHECK ((length(id_hash) = 32))
);
CREATE INDEX session_account ON public.session USING btree (account_id);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
comment on table session is 'A signed-in browser; only the SHA-256 of its id is known here. A row goes when it ends.';

create table setup_link (
	account_id uuid not null,
	created_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	token_hash bytea not null,
	constraint setup_link_pkey PRIMARY KEY (token_hash),
	constraint setup_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
	constraint setup_link_check CHECK ((expires_at > created_at)),
	constraint setup_link_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX setup_link_account ON public.setup_link USING btree (account_id);
comment on table setup_link is 'A one-time link by which a new account chooses its password.';

create table setup_link_use (
	token_hash bytea not null,
	used_at timestamp with time zone not null,
	constraint setup_link_use_pkey PRIMARY KEY (token_hash),
	constraint setup_link_use_token_hash_fkey FOREIGN KEY (token_hash) REFERENCES setup_link(token_hash)
);
CREATE TRIGGER setup_link_use_append_only BEFORE DELETE OR UPDATE ON public.setup_link_use FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table setup_link_use is 'That a set-up link was used: at most once.';

create table sign_in (
	account_id uuid not null,
	at timestamp with time zone not null,
	id bigint not null generated always as identity,
	constraint sign_in_pkey PRIMARY KEY (id),
	constraint sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX sign_in_account ON public.sign_in USING btree (account_id, at);
CREATE TRIGGER sign_in_append_only BEFORE DELETE OR UPDATE ON public.sign_in FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table sign_in is 'That an account signed in: wrong tries are counted anew from then on.';

create table task (
	audience text,
	cadence text,
	code text not null,
	joined_by text,
	lead text not null,
	plan_code text not null,
	position integer not null,
	source text not null,
	wording text not null,
	constraint task_pkey PRIMARY KEY (plan_code, code),
	constraint task_plan_code_position_key UNIQUE (plan_code, "position") DEFERRABLE INITIALLY DEFERRED,
	constraint task_plan_code_fkey FOREIGN KEY (plan_code) REFERENCES plan(code),
	constraint task_code_check CHECK ((code <> ''::text))
);
comment on table task is 'A task of the plan, word for word: who leads, who joins, for whom, how often.';

create table unit (
	closed date,
	code text,
	key text not null,
	kind text not null,
	levels text[] not null default '{}'::text[],
	life daterange not null generated always as (daterange(opened, closed)) stored,
	opened date not null,
	constraint unit_pkey PRIMARY KEY (key),
	constraint unit_life UNIQUE (key, life WITHOUT OVERLAPS),
	constraint unit_check CHECK ((closed > opened)),
	constraint unit_key_check CHECK ((key <> ''::text)),
	constraint unit_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'province'::text, 'district'::text, 'commune'::text, 'agency'::text, 'department'::text, 'school'::text, 'class'::text, 'doan'::text, 'chi_doan'::text])))
);
CREATE INDEX unit_kind ON public.unit USING btree (kind);
comment on table unit is 'A body of the organisation. The key is ours and never changes; the code is the state''s and may.';

create table unit_edge (
	child_key text not null,
	parent_key text not null,
	tree text not null,
	valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
	valid_from date not null,
	valid_to date,
	constraint unit_edge_pkey PRIMARY KEY (child_key, tree, valid WITHOUT OVERLAPS),
	constraint unit_edge_child_key_fkey FOREIGN KEY (child_key) REFERENCES unit(key),
	constraint unit_edge_child_key_valid_fkey FOREIGN KEY (child_key, PERIOD valid) REFERENCES unit(key, PERIOD life) DEFERRABLE INITIALLY DEFERRED,
	constraint unit_edge_parent_key_fkey FOREIGN KEY (parent_key) REFERENCES unit(key),
	constraint unit_edge_parent_key_valid_fkey FOREIGN KEY (parent_key, PERIOD valid) REFERENCES unit(key, PERIOD life) DEFERRABLE INITIALLY DEFERRED,
	constraint unit_edge_check CHECK ((parent_key <> child_key)),
	constraint unit_edge_check1 CHECK ((valid_to > valid_from)),
	constraint unit_edge_tree_check CHECK ((tree = ANY (ARRAY['admin'::text, 'doan'::text, 'education'::text])))
);
CREATE INDEX unit_edge_parent ON public.unit_edge USING btree (parent_key, tree);
comment on table unit_edge is 'Under whom a unit stands, by tree and day: one parent a tree a day, and only while both are open.';

create table unit_event (
	effective_on date not null,
	id text not null,
	kind text not null,
	legal_basis text not null,
	note text,
	constraint unit_event_pkey PRIMARY KEY (id),
	constraint unit_event_id_check CHECK ((id <> ''::text)),
	constraint unit_event_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'transfer'::text, 'dissolve'::text])))
);
comment on table unit_event is 'A merger, split, renaming, transfer or end of units, with its legal basis.';

create table unit_event_from (
	event_id text not null,
	unit_key text not null,
	constraint unit_event_from_pkey PRIMARY KEY (event_id, unit_key),
	constraint unit_event_from_event_id_fkey FOREIGN KEY (event_id) REFERENCES unit_event(id),
	constraint unit_event_from_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key)
);
CREATE INDEX unit_event_from_unit ON public.unit_event_from USING btree (unit_key);
comment on table unit_event_from is 'The units an event took up.';

create table unit_event_to (
	event_id text not null,
	unit_key text not null,
	constraint unit_event_to_pkey PRIMARY KEY (event_id, unit_key),
	constraint unit_event_to_event_id_fkey FOREIGN KEY (event_id) REFERENCES unit_event(id),
	constraint unit_event_to_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key)
);
CREATE INDEX unit_event_to_unit ON public.unit_event_to USING btree (unit_key);
comment on table unit_event_to is 'The units an event left: the successors of all it took up.';

create table unit_name (
	name text not null,
	unit_key text not null,
	valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
	valid_from date not null,
	valid_to date,
	constraint unit_name_pkey PRIMARY KEY (unit_key, valid WITHOUT OVERLAPS),
	constraint unit_name_unit_key_fkey FOREIGN KEY (unit_key) REFERENCES unit(key),
	constraint unit_name_unit_key_valid_fkey FOREIGN KEY (unit_key, PERIOD valid) REFERENCES unit(key, PERIOD life) DEFERRABLE INITIALLY DEFERRED,
	constraint unit_name_check CHECK ((valid_to > valid_from)),
	constraint unit_name_name_check CHECK ((name <> ''::text))
);
comment on table unit_name is 'What a unit is called, by day: one name a day.';
