import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { frontRoutes } from '#src/front/routes.ts';

/** One thing that a browser or a program can ask for. */
export interface ListedRoute {
	/** `POST /truong/viec/[id]?/confirm`: what the walk and the list of calls know it by. */
	readonly key: string;
	readonly kind: 'page' | 'action' | 'endpoint';
	readonly method: string;
	/** As the folders say it, groups left out. */
	readonly path: string;
}

const ROUTES = path.resolve('src/routes');

/** All pages, form actions and endpoints of the framework's tree, and the calls that stand before it. */
export function listRoutes(): ListedRoute[] {
	const files = fs.readdirSync(ROUTES, { recursive: true }).map(String).sort();
	const pages = new Set(files.filter(isOfPage).map((file) => addressOf(path.dirname(file))));
	return [
		...[...pages].map((at) => listed('page', 'GET', at)),
		...files.flatMap(routesOf),
		...routesOfFront()
	];
}

/** A page that only sends on has a load and nothing to show. */
function isOfPage(file: string): boolean {
	return ['+page.svelte', '+page.server.ts'].includes(path.basename(file));
}

function routesOf(file: string): ListedRoute[] {
	const at = addressOf(path.dirname(file));
	const source = () => fs.readFileSync(path.join(ROUTES, file), 'utf8');
	switch (path.basename(file)) {
		case '+page.server.ts':
			return actionsIn(source()).map((name) => listed('action', 'POST', `${at}${name}`));
		case '+server.ts':
			return methodsIn(source()).map((method) => listed('endpoint', method, at));
		default:
			return [];
	}
}

function listed(kind: ListedRoute['kind'], method: string, at: string): ListedRoute {
	return { key: `${method} ${at}`, kind, method, path: at };
}

function addressOf(folder: string): string {
	const parts = folder.split(path.sep).filter((part) => part !== '.' && !/^\(.*\)$/.test(part));
	return `/${parts.join('/')}`;
}

function routesOfFront(): ListedRoute[] {
	return frontRoutes.flatMap(({ path: shape, methods }) => {
		const at = shape.source
			.replace(/^\^|\$$/g, '')
			.replaceAll('\\/', '/')
			.replace(/\(\?<(\w+)>[^)]*\)/g, '[$1]');
		return Object.keys(methods).map((method) => listed('endpoint', method, at));
	});
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

function methodsIn(source: string): string[] {
	return exportsOf(source)
		.map(({ name }) => name)
		.filter((name) => METHODS.includes(name));
}

/** `?/confirm` for each action; the only one without a name is the address itself. */
function actionsIn(source: string): string[] {
	const actions = exportsOf(source).find(({ name }) => name === 'actions')?.value;
	if (!actions || !ts.isObjectLiteralExpression(actions)) return [];
	return actions.properties.map((property) => {
		const name = property.name;
		const text = name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';
		return text === 'default' ? '' : `?/${text}`;
	});
}

interface Exported {
	readonly name: string;
	readonly value: ts.Expression | undefined;
}

function exportsOf(source: string): Exported[] {
	const file = ts.createSourceFile('route.ts', source, ts.ScriptTarget.Latest);
	return file.statements.flatMap((statement): Exported[] => {
		const isExport =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExport) return [];
		if (ts.isFunctionDeclaration(statement))
			return [{ name: statement.name?.text ?? '', value: undefined }];
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.map(({ name, initializer }) => ({
			name: ts.isIdentifier(name) ? name.text : '',
			value: initializer
		}));
	});
}
