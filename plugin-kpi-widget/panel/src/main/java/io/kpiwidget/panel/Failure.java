package io.kpiwidget.panel;

import com.google.gson.JsonObject;
import io.kpiwidget.engine.feed.Trouble;

/**
 * One thing that is wrong, wherever it was found: in a feed, in a configuration, in the browser
 * process or in a page.
 *
 * @param code of a closed list
 * @param reference by which it is found in the log; may be empty
 */
record Failure(String code, String reference, String sentence, String nextStep) {

  static Failure of(Trouble trouble) {
    return new Failure(
        trouble.code().name(), trouble.reference(), trouble.sentence(), trouble.nextStep());
  }

  String words() {
    return String.join("\n", (code + " " + reference).strip(), sentence, nextStep).strip();
  }

  JsonObject json() {
    var json = new JsonObject();
    json.addProperty("code", code);
    json.addProperty("reference", reference);
    json.addProperty("sentence", sentence);
    json.addProperty("nextStep", nextStep);
    return json;
  }
}
