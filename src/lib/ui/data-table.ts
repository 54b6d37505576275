/** One column of a DataTable; `phone` says where its cell goes when a row becomes two lines. */
export interface Column {
	readonly key: string;
	readonly label: string;
	/** Right-aligned, digits of equal width. */
	readonly numeric?: boolean;
	readonly strong?: boolean;
	/** Long text may break; otherwise numbers and short words stay on one line. */
	readonly wrap?: boolean;
	/** Printed after the value on a phone, where the head is not in sight: "người dự thi". */
	readonly phoneUnit?: string;
	readonly phone?: 'lead' | 'title' | 'value' | 'bar' | 'left' | 'right' | 'line' | 'hide';
}
