package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Fetches a natives jar from a mirror. What has come stays, and the next attempt goes on there,
 * even after the process was killed: the pinned SHA-256 says at the end whether the halves fit.
 */
final class Download {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 20_000;
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Manifest.Item jar;
  private final Path part;
  private final Disk disk;
  private final DoubleConsumer progress;

  Download(Manifest.Item jar, Path folder, Disk disk, DoubleConsumer progress) {
    this.jar = jar;
    this.part = folder.resolve(jar.sha256().substring(0, 12) + ".part");
    this.disk = disk;
    this.progress = progress;
  }

  /** Blocks. The whole jar, of which the content is checked. */
  Path from(URI mirror) throws IOException {
    // a plus is a blank to some servers
    URI address = URI.create(mirror + "/" + jar.name().replace("+", "%2B"));
    boolean resumed = begun() > 0;
    fetch(address);
    if (resumed && !isWhole()) {
      Files.delete(part);
      fetch(address);
    }
    if (!isWhole()) {
      Files.delete(part);
      throw new Refusal("download-checksum", address.getHost());
    }
    return Files.move(part, part.resolveSibling(jar.name()), StandardCopyOption.REPLACE_EXISTING);
  }

  private long begun() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private boolean isWhole() throws IOException {
    return begun() == jar.size() && Sha256.of(part).equals(jar.sha256());
  }

  private void fetch(URI address) throws IOException {
    if (begun() >= jar.size()) {
      return;
    }
    HttpURLConnection answer = answer(address);
    try {
      keep(answer, address.getHost());
    } finally {
      answer.disconnect();
    }
  }

  private void keep(HttpURLConnection answer, String host) throws IOException {
    if (answer.getResponseCode() == HttpURLConnection.HTTP_OK) {
      Files.deleteIfExists(part);
    } else if (!continues(answer)) {
      throw new Refusal("download-failed", host + " answers " + answer.getResponseCode());
    }
    try (InputStream in = new Progress(answer.getInputStream(), begun(), jar.size(), progress);
        OutputStream out = disk.append(part)) {
      copy(in, out, host);
    }
  }

  private boolean continues(HttpURLConnection answer) throws IOException {
    String range = String.valueOf(answer.getHeaderField("Content-Range"));
    return answer.getResponseCode() == HttpURLConnection.HTTP_PARTIAL
        && range.startsWith("bytes " + begun() + "-");
  }

  /** No more than the jar has: a mirror may not fill the disk. */
  private void copy(InputStream in, OutputStream out, String host) throws IOException {
    long room = jar.size() - begun();
    byte[] buffer = new byte[1 << 16];
    for (int count = read(in, buffer, host); count >= 0; count = read(in, buffer, host)) {
      room -= count;
      if (room < 0) {
        throw new Refusal("download-checksum", host);
      }
      out.write(buffer, 0, count);
    }
    if (room > 0) {
      throw new Refusal("download-failed", host + " stopped early");
    }
  }

  private static int read(InputStream in, byte[] buffer, String host) throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException lost) {
      throw Thread.currentThread().isInterrupted() ? lost : failed(host, lost);
    }
  }

  private static Refusal failed(String host, IOException cause) {
    Refusal refusal = new Refusal("download-failed", host + ": " + cause.getMessage());
    refusal.initCause(cause);
    return refusal;
  }

  private HttpURLConnection answer(URI first) throws IOException {
    URI address = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpURLConnection answer = ask(address);
      if (!REDIRECTS.contains(status(answer, address))) {
        return answer;
      }
      answer.disconnect();
      address = next(address, String.valueOf(answer.getHeaderField("Location")));
    }
    throw new Refusal("download-redirect", first.getHost());
  }

  private static int status(HttpURLConnection answer, URI address) throws IOException {
    try {
      return answer.getResponseCode();
    } catch (IOException unreachable) {
      throw failed(address.getHost(), unreachable);
    }
  }

  private HttpURLConnection ask(URI address) throws IOException {
    HttpURLConnection question = (HttpURLConnection) address.toURL().openConnection();
    question.setInstanceFollowRedirects(false);
    question.setConnectTimeout(CONNECT_MILLIS);
    question.setReadTimeout(SILENCE_MILLIS);
    if (begun() > 0) {
      question.setRequestProperty("Range", "bytes=" + begun() + "-");
    }
    return question;
  }

  /** Nothing leads out of https; http is there only for a mirror on this computer, to itself. */
  private static URI next(URI from, String location) throws Refusal {
    try {
      URI next = from.resolve(location);
      boolean safe = "https".equals(next.getScheme()) && next.getHost() != null;
      if (safe || isSameServer(from, next)) {
        return next;
      }
    } catch (IllegalArgumentException noAddress) {
      throw new Refusal("download-redirect", from.getHost());
    }
    throw new Refusal("download-redirect", from.getHost());
  }

  private static boolean isSameServer(URI from, URI next) {
    return from.getHost().equals(next.getHost()) && from.getScheme().equals(next.getScheme());
  }
}
