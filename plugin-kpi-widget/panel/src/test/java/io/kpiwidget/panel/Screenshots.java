package io.kpiwidget.panel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Takes the README's pictures of the KPI view: always of the same figures. */
final class Screenshots {

  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(320, 960), new Size(480, 800), new Size(1200, 460));

  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var day = new SampleDay();
    try (var page = KpiPage.open(Files.createTempDirectory("screenshots"))) {
      page.theme(false).show(day.usual());
      for (boolean dark : new boolean[] {false, true}) {
        for (var size : SIZES) {
          page.size(size.width, size.height).theme(dark).show(day.usual());
          var file = folder.resolve(name(size, dark));
          ImageIO.write(page.picture(), "png", file.toFile());
          System.err.println(file);
        }
      }
    }
    // the EDT would keep this JVM
    System.exit(0);
  }

  private static String name(Size size, boolean dark) {
    return "kpi-view-" + size.width + (dark ? "-dark" : "-light") + ".png";
  }
}
