package io.kpiwidget.sandbox;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/** Speaks to a sandbox as a desktop would. */
final class SandboxClient {
  static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Sandbox sandbox;

  SandboxClient(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  HttpResponse<String> send(String method, URI uri, String body, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> askToken(String form) throws IOException, InterruptedException {
    return askToken(form, sandbox.clientSecret());
  }

  HttpResponse<String> askToken(String form, String secret)
      throws IOException, InterruptedException {
    var basic =
        Base64.getEncoder()
            .encodeToString((sandbox.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        sandbox.api().resolve("/v2/oauth/token"),
        form,
        "Authorization",
        "Basic " + basic,
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /** Posts a form without any client's secret; {@code more} is name, value, name, value. */
  HttpResponse<String> form(String path, String... more) throws IOException, InterruptedException {
    return send(
        "POST",
        sandbox.api().resolve(path),
        encoded(more),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  static String encoded(String... more) {
    var form = new StringJoiner("&");
    for (var i = 0; i < more.length; i += 2) {
      form.add(more[i] + "=" + URLEncoder.encode(more[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  /** Signs the agent in at a desktop; the session's token. */
  String session(String agent) throws IOException, InterruptedException {
    var answer = control("POST", "/control/session", "{'agent':'" + agent + "'}");
    return json(answer).get("token").getAsString();
  }

  HttpResponse<String> exchange(String subjectToken, String... more)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("grant_type", TOKEN_EXCHANGE, "subject_token", subjectToken));
    if (!List.of(more).contains("subject_token_type")) {
      all.addAll(List.of("subject_token_type", ACCESS_TOKEN));
    }
    all.addAll(List.of(more));
    return form("/v2/oauth/token", all.toArray(String[]::new));
  }

  String token(String agent) throws IOException, InterruptedException {
    var answer =
        askToken("grant_type=client_credentials&scope=analytics%3Aview%20user%3Aread&sub=" + agent);
    return json(answer).get("access_token").getAsString();
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return send("GET", sandbox.api().resolve(path), "", "Authorization", "Bearer " + token);
  }

  HttpResponse<String> post(String path, String token, String body, String... headers)
      throws IOException, InterruptedException {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Authorization";
    all[1] = "Bearer " + token;
    return send("POST", sandbox.api().resolve(path), body, all);
  }

  HttpResponse<String> control(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(method, sandbox.control().resolve(path), body.replace('\'', '"'));
  }

  static JsonObject json(HttpResponse<String> answer) {
    return new Gson().fromJson(answer.body(), JsonObject.class);
  }
}
