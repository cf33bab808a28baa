package io.kpiwidget.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What a jar says about itself, read before PF4J sees it: one foreign jar breaks its loading. */
final class PluginJar {

  /** The jar cannot be a plugin; says why and what to do. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    final String nextStep;

    Unusable(String text, String nextStep) {
      super(text);
      this.nextStep = nextStep;
    }
  }

  private PluginJar() {}

  /** Returns the plugin id that {@code jar} declares. Blocks while it reads the manifest. */
  static String id(Path jar) throws Unusable {
    try (JarFile file = new JarFile(jar.toFile())) {
      return id(jar.getFileName(), file.getManifest());
    } catch (ZipException e) {
      throw new Unusable(
          jar.getFileName() + " is not a readable jar: " + e.getMessage() + ".",
          "Copy the file again.");
    } catch (IOException e) {
      throw new Unusable(
          jar.getFileName() + " cannot be read: " + e.getMessage() + ".",
          "Check the rights on the file, then restart the desktop.");
    }
  }

  /** Says that {@code name} declares the id of a plugin that is loaded already. */
  static Unusable twin(String name, String id, Path loaded) {
    return new Unusable(
        name + " is a second " + id + ": " + loaded.getFileName() + " was loaded before it.",
        "Leave only the one you want in the plugins folder.");
  }

  // getManifest() is null for a jar without one; the JDK does not say so in its types
  private static String id(Path name, @Nullable Manifest manifest) throws Unusable {
    String id = manifest == null ? null : manifest.getMainAttributes().getValue("Plugin-Id");
    if (id == null || id.trim().isEmpty()) {
      throw new Unusable(
          name + " is not a plugin: its manifest names no Plugin-Id.",
          "Move it out of the plugins folder.");
    }
    return id;
  }
}
