/** The package brings no types; this is what we use of it. */
declare module 'gltf-validator' {
  export type ValidationOptions = {
    format?: 'glb' | 'gltf';
    maxIssues?: number;
    writeTimestamp?: boolean;
    severityOverrides?: Record<string, number>;
  };
  export function validateBytes(data: Uint8Array, options?: ValidationOptions): Promise<unknown>;
}
