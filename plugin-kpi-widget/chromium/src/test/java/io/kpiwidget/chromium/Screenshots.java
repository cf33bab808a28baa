package io.kpiwidget.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Takes the README's pictures of the KPI view: always of the same figures. */
final class Screenshots {

  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(320, 880), new Size(480, 720), new Size(1200, 420));

  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var scratch = Files.createTempDirectory("screenshots");
    try (var page = KpiPage.open(scratch)) {
      for (boolean dark : new boolean[] {false, true}) {
        page.theme(SampleDay.theme(dark));
        for (var size : SIZES) {
          take(page, size, folder.resolve(name(size, dark)));
        }
      }
    }
  }

  private static String name(Size size, boolean dark) {
    return "kpi-view-" + size.width + (dark ? "-dark" : "-light") + ".png";
  }

  private static void take(KpiPage page, Size size, Path file)
      throws IOException, InterruptedException {
    page.size(size.width, size.height);
    do {
      page.show(SampleDay.usual());
    } while (page.picture().getWidth() != size.width);
    ImageIO.write(page.picture(), "png", file.toFile());
    System.err.println(file);
  }
}
