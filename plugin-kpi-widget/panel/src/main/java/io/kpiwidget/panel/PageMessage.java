package io.kpiwidget.panel;

import io.kpiwidget.panel.swing.Shown;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the host page says to the desktop: checked input, never more than text and numbers. */
sealed interface PageMessage {

  /** A document is up. */
  record Hello() implements PageMessage {}

  /** Its first figures are painted. */
  record Ready() implements PageMessage {}

  /** What the page shows, read back from its elements. */
  record Figures(long version, Shown shown) implements PageMessage {}

  /** The frames, as Chromium sees them; {@code history} counts the entries of all of them. */
  record Frames(List<Frame> frames, int history) implements PageMessage {}

  /** One frame; {@code src} without query and fragment. */
  record Frame(String id, String sandbox, String origin, String src) {}

  /** The platform's widget said something of this type; {@code code} is an error's, else empty. */
  record Widget(String type, String code) implements PageMessage {

    /** Whether the shell has no widget of the id that it was given. */
    boolean isMissing() {
      return type.equals("widget:error") && MISSING.contains(code);
    }

    private static final Set<String> MISSING = Set.of("widget.not.found", "not.found");
  }

  /** How many messages the page refused, by reason. */
  record Rejected(Map<String, Long> counts) implements PageMessage {}

  /** The page shows nothing any more: its frame's document, or the frame itself, is gone. */
  record Blank() implements PageMessage {}

  /** A frame does not do what it must before it can show figures, or any more. */
  record Trouble(String code) implements PageMessage {

    /** No acknowledgement of a token that was posted to it. */
    static final String TOKEN_NOT_TAKEN = "token-not-taken";

    /** A document that does not say that it is ready. */
    static final String NOT_READY = "not-ready";

    /** The KPI view's document answers no more; it is loaded again. */
    static final String FRAME_SILENT = "frame-silent";

    /** The frame, or one within it, sent more than anybody means; it was taken away. */
    static final String QUARANTINED = "quarantined";
  }

  /** The agent pressed refresh in the page. */
  record Refresh() implements PageMessage {}

  /** The page's policy stopped something. */
  record Violation(String directive) implements PageMessage {}
}
