package io.kpiwidget.chromium;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cef.callback.CefNative;

/** A handler that Chromium holds: where it keeps the address of its own half, by interface. */
interface Held extends CefNative {

  /** The addresses; one map for the handler's whole life. */
  Map<String, Long> addresses();

  static Map<String, Long> none() {
    return new ConcurrentHashMap<>();
  }

  @Override
  default void setNativeRef(String identifier, long address) {
    addresses().put(identifier, address);
  }

  @Override
  default long getNativeRef(String identifier) {
    return addresses().getOrDefault(identifier, 0L);
  }
}
