/**
 * Remembers ids as 64-bit prints, 16 bytes each or less, so that millions of attempts fit beside the
 * people. Two ids may share a print, so a hit is a suspicion that the caller checks against the text.
 */
export class SeenIds {
	private high = new Uint32Array(1024);
	private low = new Uint32Array(1024);
	private count = 0;

	/** True when the id, or one with its print, came before. */
	sawBefore(id: string): boolean {
		const [high, low] = printOf(id);
		if (this.count * 2 >= this.high.length) this.grow();
		return this.place(high, low);
	}

	private place(high: number, low: number): boolean {
		const mask = this.high.length - 1;
		for (let slot = (low ^ high) & mask; ; slot = (slot + 1) & mask) {
			const [h, l] = [this.high[slot] ?? 0, this.low[slot] ?? 0];
			if (h === high && l === low) return true;
			if (h !== 0 || l !== 0) continue;
			this.high[slot] = high;
			this.low[slot] = low;
			this.count++;
			return false;
		}
	}

	private grow(): void {
		const [high, low] = [this.high, this.low];
		this.high = new Uint32Array(high.length * 2);
		this.low = new Uint32Array(low.length * 2);
		this.count = 0;
		for (let slot = 0; slot < high.length; slot++)
			if (high[slot] !== 0 || low[slot] !== 0) this.place(high[slot] ?? 0, low[slot] ?? 0);
	}
}

/** Two independent 32-bit FNV-1a walks; never (0, 0), which marks an empty slot. */
function printOf(id: string): [number, number] {
	let high = 0x811c9dc5;
	let low = 0x01000193;
	for (let i = 0; i < id.length; i++) {
		const unit = id.charCodeAt(i);
		high = Math.imul(high ^ unit, 0x01000193);
		low = Math.imul(low + unit + 1, 0x85ebca6b);
		low ^= low >>> 13;
	}
	return [high >>> 0, low >>> 0 || 1];
}
