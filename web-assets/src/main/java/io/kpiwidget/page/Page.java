package io.kpiwidget.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One generated file with the headers it must be served with.
 *
 * @param path starts with "/"
 * @param headers in the order of the policy, names in their usual case
 * @param body to be sent as UTF-8, unchanged: one more blank and a hash no longer fits
 */
public record Page(String path, Map<String, String> headers, String body) {

  public Page {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
