package io.kpiwidget.engine.token;

import java.lang.reflect.Field;

/** Puts the simulation's clock or random into a library that has the place but no door to it. */
final class Seam {

  private Seam() {}

  static void set(Object target, Class<?> declaring, String name, Object value) {
    try {
      Field field = declaring.getDeclaredField(name);
      field.setAccessible(true);
      field.set(target, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(declaring.getName() + " has another shape now", e);
    }
  }
}
