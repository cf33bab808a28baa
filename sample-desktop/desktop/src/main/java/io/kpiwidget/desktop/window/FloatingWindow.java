package io.kpiwidget.desktop.window;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** A panel's own window; closing it docks the panel again. */
final class FloatingWindow {

  private static final int OFFSET = 60;

  private final JFrame frame;

  FloatingWindow(DockEntry entry, Window owner, UiAction dockBack) {
    frame = new JFrame(entry.title(), owner.getGraphicsConfiguration());
    frame.setName("float:" + entry.id());
    frame.setIconImages(owner.getIconImages());
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            dockBack.run();
          }
        });
    frame.add(bar(dockBack), BorderLayout.NORTH);
    frame.add(entry.component(), BorderLayout.CENTER);
    frame
        .getRootPane()
        .registerKeyboardAction(
            e -> dockBack.run(),
            KeyStroke.getKeyStroke("control shift D"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    place(entry.panel().size(), owner.getBounds());
  }

  private static JComponent bar(UiAction dockBack) {
    JButton dock = new JButton("Dock back", Glyph.DOCK.icon());
    dock.setName("float.dock");
    dock.setToolTipText("Back into the desktop (Ctrl+Shift+D)");
    dock.addActionListener(e -> dockBack.run());
    dock.putClientProperty("JButton.buttonType", "toolBarButton");
    JPanel bar = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 4));
    bar.add(dock);
    return Look.styled(bar, "background: $Desktop.bar; border: 0,0,1,0,$Desktop.line");
  }

  private void place(Dimension size, Rectangle owner) {
    frame.pack();
    frame.setSize(Math.max(size.width, 320) + 24, Math.max(size.height, 360) + 90);
    frame.setLocation(owner.x + owner.width - frame.getWidth() - OFFSET, owner.y + OFFSET);
    Screens.fit(frame);
  }

  void show() {
    frame.setVisible(true);
  }

  void title(String title) {
    frame.setTitle(title);
  }

  /** Gives the component back and goes away. */
  void close(JComponent component) {
    frame.getContentPane().remove(component);
    frame.dispose();
  }
}
