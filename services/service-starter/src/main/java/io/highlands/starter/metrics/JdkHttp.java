// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import org.reactivestreams.FlowAdapters;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/**
 * The JDK's HTTP client for the AWS SDK: a service has it loaded anyway, for its upstreams, where Netty would bring 5 MB
 * of classes and threads of its own. Answers are read whole, as CloudWatch's are small.
 */
final class JdkHttp implements SdkAsyncHttpClient {

    /** Set by the client itself, and refused from outside. */
    private static final Set<String> RESTRICTED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        RESTRICTED.addAll(Set.of("Host", "Content-Length", "Connection", "Expect", "Upgrade"));
    }

    private final HttpClient http;
    private final Duration timeout;

    JdkHttp(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout)
                .executor(task -> Thread.ofVirtual().name("metrics-http").start(task)).build();
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest execution) {
        SdkAsyncHttpResponseHandler handler = execution.responseHandler();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(
                request(execution.request(), execution.requestContentPublisher()),
                HttpResponse.BodyHandlers.ofByteArray());
        exchange.whenComplete((answer, thrown) -> {
            if (thrown != null) {
                handler.onError(thrown);
                done.completeExceptionally(thrown);
                return;
            }
            handler.onHeaders(SdkHttpResponse.builder().statusCode(answer.statusCode()).headers(answer.headers().map())
                    .build());
            handler.onStream(AsyncRequestBody.fromBytes(answer.body()));
            done.complete(null);
        });
        done.whenComplete((nothing, thrown) -> exchange.cancel(true));
        return done;
    }

    private HttpRequest request(SdkHttpRequest request, SdkHttpContentPublisher content) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getUri()).timeout(timeout);
        request.forEachHeader((name, values) -> {
            if (!RESTRICTED.contains(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        long length = content.contentLength().orElse(0L);
        return builder.method(request.method().name(), length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(FlowAdapters.toFlowPublisher(content), length)).build();
    }

    @Override
    public String clientName() {
        return "Jdk";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
