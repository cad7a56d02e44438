import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Says whether a file of the repository still compiles with another text. */
export class Compiler {
  readonly #root: string;
  readonly #service: ts.LanguageService;
  readonly #changed = new Map<string, { version: number; text?: string }>();

  constructor(root: string, paths: readonly string[]) {
    this.#root = root;
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    this.#service = ts.createLanguageService({
      ...ts.sys,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      getCompilationSettings: () => options,
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => paths.map((path) => join(root, path)),
      getScriptVersion: (file) => String(this.#changed.get(file)?.version ?? 0),
      getScriptSnapshot: (file) =>
        ts.sys.fileExists(file) ? ts.ScriptSnapshot.fromString(this.#textOf(file)) : undefined,
    });
  }

  compiles(path: string, text: string): boolean {
    const file = join(this.#root, path);
    this.#change(file, text);
    const errors = [
      ...this.#service.getSyntacticDiagnostics(file),
      ...this.#service.getSemanticDiagnostics(file),
    ].filter(({ category }) => category === ts.DiagnosticCategory.Error);
    this.#change(file);
    return errors.length === 0;
  }

  #change(file: string, text?: string): void {
    const version = (this.#changed.get(file)?.version ?? 0) + 1;
    this.#changed.set(file, text === undefined ? { version } : { version, text });
  }

  #textOf(file: string): string {
    return this.#changed.get(file)?.text ?? readFileSync(file, 'utf8');
  }
}
