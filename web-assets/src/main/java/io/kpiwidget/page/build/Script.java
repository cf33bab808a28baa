package io.kpiwidget.page.build;

import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.Environment;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.DependencyOptions;
import com.google.javascript.jscomp.ModuleIdentifier;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.WarningLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** ES modules joined to one classic script, with short names. */
final class Script {

  /** Texts that would end the script element, or change how its text is read. */
  private static final Pattern UNFIT = Pattern.compile("(?i)</script|<script|<!--|\\]\\]>");

  private Script() {}

  /**
   * The script that runs {@code entry} after everything it imports; the same on every machine.
   *
   * @param modules a folder of modules
   * @throws IllegalStateException for a fault in a module, or a text that does not fit into a page
   */
  static String of(Path modules, String entry) throws IOException {
    // what it has to say is in the exception
    var compiler =
        new Compiler(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    compiler.disableThreads();
    var options = options(entry);
    var externs = CommandLineRunner.getBuiltinExterns(options.getEnvironment());
    var result = compiler.compile(externs, sources(modules), options);
    if (!result.success) {
      throw new IllegalStateException(entry + ": " + result.errors);
    }
    return checked(entry, compiler.toSource());
  }

  private static CompilerOptions options(String entry) {
    var options = new CompilerOptions();
    // not ADVANCED: it renames properties, and these pages speak JSON with Java
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setWrappedOutputOptimizations(options);
    WarningLevel.QUIET.setOptionsForWarningLevel(options);
    options.setLanguageIn(LanguageMode.ECMASCRIPT_NEXT);
    options.setLanguageOut(LanguageMode.ECMASCRIPT_NEXT);
    options.setEmitUseStrict(false);
    options.setEnvironment(Environment.BROWSER);
    options.setOutputCharset(StandardCharsets.UTF_8);
    options.setLineLengthThreshold(Integer.MAX_VALUE);
    options.setDependencyOptions(
        DependencyOptions.pruneForEntryPoints(List.of(ModuleIdentifier.forFile("/" + entry))));
    return options;
  }

  private static List<SourceFile> sources(Path modules) throws IOException {
    var sources = new ArrayList<SourceFile>();
    try (var files = Files.list(modules)) {
      for (var file : files.sorted().toList()) {
        sources.add(SourceFile.fromCode("/" + file.getFileName(), Files.readString(file)));
      }
    }
    return sources;
  }

  private static String checked(String entry, String script) {
    var match = UNFIT.matcher(script);
    if (match.find()) {
      throw new IllegalStateException(entry + " does not fit into a page: " + match.group());
    }
    return script;
  }
}
