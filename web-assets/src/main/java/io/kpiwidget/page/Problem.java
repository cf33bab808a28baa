package io.kpiwidget.page;

/**
 * One thing that is wrong with a site.
 *
 * @param pointer where in its file (RFC 6901); empty for the file as a whole
 * @param value what stands there, shortened; empty where nothing does
 */
public record Problem(String pointer, String value, String sentence, String nextStep) {

  /** In one line. */
  @Override
  public String toString() {
    var where = pointer.isEmpty() ? "" : pointer + ": ";
    var found = value.isEmpty() ? "" : " (found " + value + ")";
    return where + sentence + found + ". " + nextStep;
  }
}
