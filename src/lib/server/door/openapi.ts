import type { z } from 'zod';

/** A JSON Schema of draft 2020-12, which OpenAPI 3.1 takes as it is. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** One call of the API, described by the very schemas that its handler uses. */
export interface Operation<Id extends string = string> {
	readonly id: Id;
	readonly tag: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the server's base; `{name}` stands for one part of the path. */
	readonly path: string;
	/** What the handler validates in one object: the path's parts with the query, or with the body of a write. */
	readonly input: z.ZodType;
	/** What a part of the path is called in `input`, where that differs. */
	readonly pathNames?: Readonly<Record<string, string>>;
	/** Fields of `input` that the server fills in. */
	readonly given?: readonly string[];
	readonly answers: Readonly<Record<number, Answer>>;
	/** Refusals of the rooms that the call may meet, with their status; the door's own are added. */
	readonly problems: Readonly<Record<string, number>>;
	/** Nobody has to be signed in. */
	readonly open: boolean;
}

export interface Answer {
	/** Absent: no body. */
	readonly schema?: z.ZodType;
	/** Media type; JSON when not said. */
	readonly type?: string;
}

/** The document's sentences, in one language. */
export interface OpenApiWords {
	readonly title: string;
	readonly about: string;
	readonly version: string;
	readonly tags: Readonly<Record<string, string>>;
	readonly summary: (id: string) => string;
	/** What a status means. */
	readonly status: (status: number) => string;
	readonly bearer: string;
	readonly cookie: string;
}

export interface OpenApiParameter {
	readonly name: string;
	readonly in: 'path' | 'query';
	readonly required: boolean;
	readonly schema: JsonSchema;
}

export interface OpenApiOperation {
	readonly operationId: string;
	readonly tags: readonly string[];
	readonly summary: string;
	readonly security: readonly Readonly<Record<string, readonly string[]>>[];
	readonly parameters: readonly OpenApiParameter[];
	readonly requestBody?: { readonly required: boolean; readonly content: Content };
	readonly responses: Readonly<Record<string, OpenApiResponse>>;
}

export type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;
export interface OpenApiResponse {
	readonly description: string;
	readonly content?: Content;
}

export interface OpenApiDocument {
	readonly openapi: '3.1.0';
	readonly info: { readonly title: string; readonly version: string; readonly description: string };
	readonly servers: readonly { readonly url: string }[];
	readonly tags: readonly { readonly name: string; readonly description: string }[];
	readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
	readonly components: Readonly<Record<string, unknown>>;
}
