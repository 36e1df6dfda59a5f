// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;

import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.service.registry.HttpServiceGroup;

import io.highlands.starter.context.CallContext;
import io.highlands.starter.metrics.UpstreamMeters;
import io.highlands.starter.settings.HighlandsProperties;
import io.highlands.starter.settings.InvalidSettingException;
import io.highlands.starter.settings.Upstream;

/**
 * Gives every group of HTTP interfaces the address, deadline, headers, breaker and bulkhead of the upstream whose name
 * the group bears.
 */
final class UpstreamClients implements RestClientHttpServiceGroupConfigurer {

    private final Map<String, Upstream> upstreams;
    private final CircuitBreakerFactory<?, ?> breakers;
    private final AnswerErrors errors;
    private final UpstreamMeters meters;

    UpstreamClients(HighlandsProperties properties, CircuitBreakerFactory<?, ?> breakers, AnswerErrors errors,
            UpstreamMeters meters) {
        this.upstreams = properties.upstreams();
        this.breakers = breakers;
        this.errors = errors;
        this.meters = meters;
    }

    /** After Boot's own, so that the platform's client is the one that is used. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void configureGroups(Groups<RestClient.Builder> groups) {
        groups.forEachGroup(this::configure);
    }

    private void configure(HttpServiceGroup group, RestClient.Builder client, HttpServiceProxyFactory.Builder proxy) {
        String name = group.name();
        Upstream upstream = upstreams.get(name);
        if (upstream == null) {
            throw new InvalidSettingException("highlands.upstreams", String.join(", ", upstreams.keySet()),
                    "an entry for " + name + ", which an HTTP interface of this service calls");
        }
        client.baseUrl(upstream.checkedUrl(name)).requestFactory(requests(upstream))
                .requestInterceptor(UpstreamClients::passOn)
                .defaultStatusHandler(status -> !status.is2xxSuccessful() && !OrdinaryAnswers.contains(status),
                        (request, response) -> {
                            throw errors.read(name, request, response);
                        });
        var guard = new UpstreamGuard(name, upstream.timeout(), breakers.create(name), meters.of(name));
        proxy.exchangeAdapterDecorator(exchange -> new GuardedExchange(exchange, guard));
    }

    /** HTTP/1.1 by name: left alone, the JDK's client asks every upstream to upgrade to h2c. */
    private static ClientHttpRequestFactory requests(Upstream upstream) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(upstream.connectTimeout())
                .executor(task -> Thread.ofVirtual().name("http-client").start(task)).build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(upstream.timeout());
        return factory;
    }

    private static ClientHttpResponse passOn(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        CallContext.current().headers().forEach(request.getHeaders()::set);
        return execution.execute(request, body);
    }
}
