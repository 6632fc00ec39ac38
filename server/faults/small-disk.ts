import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A file system in memory of its own size, which root may make on Linux. */
export class SmallDisk {
  private readonly ballast: string;

  private constructor(readonly folder: string) {
    this.ballast = path.join(folder, 'ballast');
  }

  /** Why none can be made here; undefined: it can. */
  static whyNot(): string | undefined {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      return 'only root on Linux can make a small file system';
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-disk-'));
    const made = mount(folder, 1_000_000);
    if (made) spawnSync('umount', [folder]);
    fs.rmdirSync(folder);
    return made ? undefined : 'this system does not let root mount a file system';
  }

  static make(bytes: number): SmallDisk {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-disk-'));
    if (!mount(folder, bytes)) throw new Error(`No file system could be mounted on ${folder}.`);
    return new SmallDisk(folder);
  }

  /** Fills it until only this much is free. */
  fill(freeBytes: number): void {
    const file = fs.openSync(this.ballast, 'a');
    const block = Buffer.alloc(256 * 1024);
    try {
      while (this.freeBytes() > freeBytes + block.length) fs.writeSync(file, block);
      while (freeBytes === 0) fs.writeSync(file, block.subarray(0, 4_096));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      fs.closeSync(file);
    }
  }

  makeRoom(): void {
    fs.rmSync(this.ballast, { force: true });
  }

  remove(): void {
    spawnSync('umount', ['--lazy', this.folder]);
    fs.rmdirSync(this.folder);
  }

  private freeBytes(): number {
    const { bavail, bsize } = fs.statfsSync(this.folder);
    return bavail * bsize;
  }
}

const mount = (folder: string, bytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=711`, 'tmpfs', folder]).status === 0;
