/** How often a process says again what it wants, and after how long a silent one is forgotten (it was killed). */
export const RESTATE_MS = 30_000;
const FORGOTTEN_MS = 3.5 * RESTATE_MS;

/** Which datasources other processes want to hear of. */
export class Interests {
  private readonly byProcess = new Map<string, { ids: Set<string>; heardAt: number }>();
  private readonly counts = new Map<string, number>();

  has(datasourceId: string): boolean {
    return this.counts.has(datasourceId);
  }

  /**
   * @param whole these and no others
   * @returns those that were not known before
   */
  want(process: string, ids: readonly string[], { whole, now }: { whole: boolean; now: number }): string[] {
    const entry = this.byProcess.get(process) ?? { ids: new Set<string>(), heardAt: now };
    entry.heardAt = now;
    this.byProcess.set(process, entry);
    if (whole) {
      const kept = new Set(ids);
      this.leave(
        process,
        [...entry.ids].filter((id) => !kept.has(id)),
      );
    }
    const added = ids.filter((id) => !entry.ids.has(id));
    for (const id of added) {
      entry.ids.add(id);
      this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    }
    return added;
  }

  leave(process: string, ids: readonly string[]): void {
    const entry = this.byProcess.get(process);
    for (const id of ids) if (entry?.ids.delete(id)) this.countDown(id);
  }

  drop(process: string): void {
    for (const id of this.byProcess.get(process)?.ids ?? []) this.countDown(id);
    this.byProcess.delete(process);
  }

  dropSilent(now: number): void {
    for (const [process, { heardAt }] of this.byProcess) if (now - heardAt > FORGOTTEN_MS) this.drop(process);
  }

  private countDown(id: string): void {
    const left = (this.counts.get(id) ?? 1) - 1;
    if (left > 0) this.counts.set(id, left);
    else this.counts.delete(id);
  }
}
