package io.kpiwidget.chromium.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.DoubleConsumer;

/** A stream that tells how far it is read, in steps of a hundredth, and ends on an interrupt. */
final class Progress extends FilterInputStream {

  private final long size;
  private final DoubleConsumer told;
  private long read;
  private long percent = -1;

  /**
   * @param begun of {@code size} bytes so many were read before
   */
  Progress(InputStream in, long begun, long size, DoubleConsumer told) {
    super(in);
    this.read = begun;
    this.size = Math.max(1, size);
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("stopped");
    }
    int count = super.read(target, offset, length);
    read += Math.max(0, count);
    long now = Math.min(100, read * 100 / size);
    if (now > percent) {
      percent = now;
      told.accept(now / 100.0);
    }
    return count;
  }
}
