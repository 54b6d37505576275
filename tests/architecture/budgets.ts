import ts from 'typescript';
import type { Fault } from './exceptions.ts';
import { roomOf, rooms } from './rooms.ts';
import { isTest, scriptOf, type Sources } from './sources.ts';

/** The stops of the house (src/lib/README.md). The aims lie well below. */
const STOP = { pure: 25, useCase: 40, file: 200, parameters: 3, room: 40 };

export function findBudgetFaults(sources: Sources): Fault[] {
	const files = [...sources].filter(([file]) => !isTest(file) && /\.(ts|mjs|svelte)$/.test(file));
	return [
		...files.flatMap(([file, text]) => fileFaults(file, text)),
		...files.flatMap(([file, text]) => functionFaults(file, text)),
		...roomFaults(files.map(([file]) => file))
	];
}

function fileFaults(file: string, text: string): Fault[] {
	const lines = withoutStyle(text).trimEnd().split('\n').length;
	const isGenerated = file === 'src/lib/server/db/tables.ts';
	if (lines <= STOP.file || isGenerated) return [];
	return [{ guard: 'file-length', file, line: 1, what: `${lines} lines` }];
}

/** A component's budget is for script and markup; declarations of style do not branch. */
function withoutStyle(text: string): string {
	return text.replace(/\n<style[\s\S]*?<\/style>/g, '');
}

function roomFaults(files: readonly string[]): Fault[] {
	return rooms.flatMap((room) => {
		const count = files.filter((file) => roomOf(file) === room).length;
		if (count <= STOP.room) return [];
		return [{ guard: 'room-size', file: `src/lib/${room}/`, line: 1, what: `${count} files` }];
	});
}

/** Pure code thinks and is short; what talks to the database, the network or the terminal may list steps. */
function isPure(file: string): boolean {
	return /^src\/lib\//.test(file) && !/\.server\.ts$|^src\/lib\/server\//.test(file);
}

function functionFaults(file: string, text: string): Fault[] {
	const script = scriptOf(file, text);
	const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true);
	const stop = isPure(file) ? STOP.pure : STOP.useCase;
	const faults: Fault[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node) && 'body' in node && node.body) {
			const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
			const lines = ownLines(node, source);
			if (lines > stop)
				faults.push({ guard: 'function-length', file, line, what: `${lines} lines` });
			const { length } = node.parameters;
			if (length > STOP.parameters)
				faults.push({ guard: 'parameters', file, line, what: `${length} parameters` });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return faults;
}

/** Without the lines of named functions and methods inside, which are counted by themselves. */
function ownLines(node: ts.Node, source: ts.SourceFile): number {
	let lines = linesOf(node, source);
	const visit = (child: ts.Node): void => {
		if (ts.isFunctionDeclaration(child) || ts.isMethodDeclaration(child) || isNamedArrow(child))
			lines -= linesOf(child, source);
		else ts.forEachChild(child, visit);
	};
	ts.forEachChild(node, visit);
	return lines;
}

function isNamedArrow(node: ts.Node): boolean {
	return (
		(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
		(ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent))
	);
}

function linesOf(node: ts.Node, source: ts.SourceFile): number {
	const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
	return source.getLineAndCharacterOfPosition(node.end).line - first + 1;
}
