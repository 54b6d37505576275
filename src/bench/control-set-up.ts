/** What the process of the bare handlers is told. */
export interface ControlSetUp {
	readonly databaseUrl: string;
	/** Of its pool: as many as the server under load has for writing. */
	readonly connections: number;
}

/** What it answers once it takes requests. */
export interface ControlReady {
	readonly origin: string;
}
