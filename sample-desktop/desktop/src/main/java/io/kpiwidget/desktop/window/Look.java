package io.kpiwidget.desktop.window;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.checkerframework.checker.guieffect.qual.SafeEffect;

/** The two looks of the desktop; colours are named in the theme files beside this package. */
public enum Look {
  LIGHT,
  DARK;

  /** Reads a name as people type it. */
  public static Look of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Puts every window into this look. */
  public void apply() {
    FlatLaf.registerCustomDefaultsSource("io.kpiwidget.desktop.theme");
    if (this == DARK) {
      FlatDarkLaf.setup();
    } else {
      FlatLightLaf.setup();
    }
    FlatLaf.updateUI();
  }

  /** The look at this moment. */
  public static Look present() {
    return FlatLaf.isLafDark() ? DARK : LIGHT;
  }

  Look other() {
    return this == DARK ? LIGHT : DARK;
  }

  static Color color(String key) {
    return UIManager.getColor("Desktop." + key);
  }

  /** Styles {@code component} so that it follows the look, too. */
  static <T extends JComponent> T styled(T component, String style) {
    component.putClientProperty(FlatClientProperties.STYLE, style);
    return component;
  }

  /** The name in the form that a command line and a report use. */
  @Override
  @SafeEffect
  public String toString() {
    return this == DARK ? "dark" : "light";
  }
}
