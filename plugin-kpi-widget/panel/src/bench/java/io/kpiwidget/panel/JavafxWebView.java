package io.kpiwidget.panel;

import java.awt.Component;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.JFXPanel;
import javafx.scene.Scene;
import javafx.scene.web.WebView;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** JavaFX's WebView in Swing, with the same pages. */
final class JavafxWebView implements Way {

  private final PageServer server;
  private @Nullable JFXPanel panel;

  JavafxWebView(PageServer server) {
    this.server = server;
  }

  @Override
  public void start(JFrame frame) {
    var made = new JFXPanel();
    panel = made;
    frame.add(made);
    frame.validate();
    Platform.runLater(() -> load(made));
  }

  private void load(JFXPanel target) {
    var view = new WebView();
    target.setScene(new Scene(view));
    view.getEngine().load(server.url());
  }

  @Override
  public void awaitShown() throws InterruptedException, TimeoutException {
    server.awaitShown();
  }

  @Override
  public Component page() {
    return Objects.requireNonNull(panel);
  }

  @Override
  public void look(String theme) {
    server.push("theme", theme);
  }
}
