/** The cookie that holds the session id; its attributes are the door's. */
export const SESSION_COOKIE = 'kb_session';
/** A session lives 30 days from its start or its last renewal. */
export const SESSION_DAYS = 30;
export const SESSION_MS = SESSION_DAYS * 86_400_000;
/** 200 random bits, as Lucia's own ids have. */
export const SESSION_ID_BYTES = 25;
