package io.kpiwidget.engine.token;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer of the simulated server as Spring reads it. */
record SpringReply(Server.Reply reply) implements ClientHttpResponse {

  @Override
  public HttpStatusCode getStatusCode() {
    return HttpStatusCode.valueOf(reply.status());
  }

  @Override
  public String getStatusText() {
    return "";
  }

  @Override
  public HttpHeaders getHeaders() {
    var headers = new HttpHeaders();
    reply.headers().forEach(headers::add);
    return headers;
  }

  @Override
  public InputStream getBody() {
    return new ByteArrayInputStream(reply.body().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}
}
