export interface Import {
  from: string;
  to: string;
  isType: boolean;
}
export const rows: string[][];
export function folderOf(file: string): string;
export function readImports(root?: string): Import[];
export function againstTheOrder(imports: Import[]): string[];
export function edgesOf(
  imports: Import[],
  nameOf?: (file: string) => string,
): Map<string, Set<string>>;
export function circleIn(edges: Map<string, Set<string>>): string[] | undefined;
export function table(imports: Import[]): string;
