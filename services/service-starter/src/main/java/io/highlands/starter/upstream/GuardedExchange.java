// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Puts the guard of an upstream around every method of its HTTP interfaces.
 */
final class GuardedExchange extends HttpExchangeAdapterDecorator {

    private final UpstreamGuard guard;

    GuardedExchange(HttpExchangeAdapter delegate, UpstreamGuard guard) {
        super(delegate);
        this.guard = guard;
    }

    @Override
    public void exchange(HttpRequestValues values) {
        guard.call(() -> {
            super.exchange(values);
            return null;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
        return guard.call(() -> super.exchangeForHeaders(values));
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return guard.callForBody(() -> super.exchangeForBody(values, type));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
        return guard.call(() -> super.exchangeForBodilessEntity(values));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return guard.call(() -> super.exchangeForEntity(values, type));
    }
}
