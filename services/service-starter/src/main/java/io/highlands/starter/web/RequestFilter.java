// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

import io.highlands.starter.context.CallContext;
import io.highlands.starter.metrics.ServerMeters;

/**
 * Gives every request its id, which is the mesh's where that is valid, takes the headers that are passed on, and
 * writes one line and feeds the meters when it is answered.
 */
final class RequestFilter extends OncePerRequestFilter {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.highlands.access");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PASSED = Pattern.compile("[\\x20-\\x7e]{1,256}");
    private static final double NANOS_PER_HUNDREDTH = 10_000;

    private final List<String> passHeaders;
    private final ServerMeters meters;

    RequestFilter(List<String> passHeaders, ServerMeters meters) {
        this.passHeaders = passHeaders;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long started = System.nanoTime();
        CallContext context = new CallContext(headers(request));
        response.setHeader(CallContext.REQUEST_ID_HEADER, context.headers().get(CallContext.REQUEST_ID_HEADER));
        context.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            long nanos = System.nanoTime() - started;
            String route = route(request);
            meters.answered(route, response.getStatus(), nanos);
            log(request, route, response.getStatus(), nanos);
            CallContext.clear();
        }
    }

    private Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : passHeaders) {
            String value = request.getHeader(name);
            if (value != null && PASSED.matcher(value).matches()) {
                headers.put(name, value);
            }
        }
        String id = request.getHeader(CallContext.REQUEST_ID_HEADER);
        boolean usable = id != null && REQUEST_ID.matcher(id).matches();
        headers.put(CallContext.REQUEST_ID_HEADER, usable ? id : UUID.randomUUID().toString());
        return headers;
    }

    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "none" : pattern.toString();
    }

    /** Health checks that went well are left out: they would be most of the log. */
    private static void log(HttpServletRequest request, String route, int status, long nanos) {
        if (!ACCESS.isInfoEnabled() || status == HttpServletResponse.SC_OK && route.equals("/health")) {
            return;
        }
        ACCESS.atInfo().addKeyValue("method", request.getMethod()).addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("duration_ms", Math.round(nanos / NANOS_PER_HUNDREDTH) / 100.0)
                .log("request");
    }
}
