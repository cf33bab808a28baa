package io.kpiwidget.page;

import java.util.Map;

/** One generated file with the headers it must be served with; {@code path} starts with "/". */
public record Page(String path, Map<String, String> headers, String body) {}
