package io.kpiwidget.panel.swing;

/** Does nothing, and remembers what it was asked. */
final class NoCommands implements PanelSurface.Commands {

  final java.util.List<String> asked = new java.util.ArrayList<>();

  @Override
  public void refresh() {
    asked.add("refresh");
  }

  @Override
  public void retry() {
    asked.add("retry");
  }

  @Override
  public void copyDiagnostics() {
    asked.add("copyDiagnostics");
  }

  @Override
  public boolean copy(String text) {
    asked.add("copy " + text);
    return true;
  }

  @Override
  public void asked() {
    asked.add("asked");
  }

  @Override
  public void copyLink() {
    asked.add("copyLink");
  }

  @Override
  public void retryBrowser() {
    asked.add("retryBrowser");
  }

  @Override
  public void why() {
    asked.add("why");
  }
}
