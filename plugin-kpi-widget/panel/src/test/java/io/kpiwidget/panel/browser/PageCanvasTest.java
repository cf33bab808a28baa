package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.Area;
import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageCanvasTest {

  private static final int PAGE = 0xFF336699;
  private static final int THEME = 0xFF202428;

  @TempDir Path folder;
  private final List<Boolean> copied = new ArrayList<>();
  private BufferedImage shot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  private PageCanvas canvas() throws Exception {
    PageCanvas[] made = new PageCanvas[1];
    SwingUtilities.invokeAndWait(() -> made[0] = new PageCanvas(message -> {}));
    made[0].setBackground(new Color(THEME));
    return made[0];
  }

  /** A frame of one colour; {@code told} is the sequence number that the desktop hears of. */
  private void frame(PageCanvas canvas, int size, double scale, int written, int told)
      throws Exception {
    FrameFile file = FrameFile.create(List.of(folder), size * size * Integer.BYTES);
    ByteBuffer pixels =
        ByteBuffer.allocate(size * size * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (pixels.hasRemaining()) {
      pixels.putInt(PAGE);
    }
    Area all = new Area(0, 0, size, size);
    file.write(written, pixels, size, all);
    canvas.show(file, new ToDesktop.Frame(told, size, size, scale, all), copied::add);
  }

  private int colour(PageCanvas canvas, int at) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          canvas.setSize(100, 100);
          shot = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
          canvas.paint(shot.createGraphics());
        });
    return shot.getRGB(at, at);
  }

  @Test
  void beforeTheFirstFrame_isTheThemesBackground() throws Exception {
    assertThat(colour(canvas(), 50)).isEqualTo(THEME);
  }

  @Test
  void smallerPicture_keepsItsSize_onTheBackground() throws Exception {
    PageCanvas canvas = canvas();
    frame(canvas, 40, 1, 1, 1);
    assertThat(colour(canvas, 39)).isEqualTo(PAGE);
    assertThat(colour(canvas, 40)).isEqualTo(THEME);
  }

  @Test
  void pictureOfAFinerScreen_keepsItsScale() throws Exception {
    PageCanvas canvas = canvas();
    frame(canvas, 80, 2, 1, 1);
    assertThat(colour(canvas, 38)).isEqualTo(PAGE);
    assertThat(colour(canvas, 41)).isEqualTo(THEME);
  }

  @Test
  void frameOverwrittenMeanwhile_isNotShown_andSaid() throws Exception {
    PageCanvas canvas = canvas();
    frame(canvas, 40, 1, 3, 1);
    assertThat(colour(canvas, 20)).isEqualTo(THEME);
    assertThat(copied).containsExactly(false);
  }

  @Test
  void awaitedPicture_runsWhatWaited_once() throws Exception {
    PageCanvas canvas = canvas();
    List<String> ran = new ArrayList<>();
    SwingUtilities.invokeAndWait(() -> canvas.await(() -> ran.add("first")));
    SwingUtilities.invokeAndWait(() -> canvas.await(() -> ran.add("second")));
    canvas.painted(1);
    colour(canvas, 0);
    colour(canvas, 0);
    assertThat(ran).containsExactly("first");
    canvas.ended();
    canvas.painted(2);
    colour(canvas, 0);
    colour(canvas, 0);
    assertThat(ran).containsExactly("first");
  }
}
