// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Drops trace context and baggage that come from outside, before a tracing agent can see them: both agents read the
 * headers in Tomcat's own adapter, which this one precedes. So a caller can force neither sampling nor baggage, and a
 * trace begins where the platform begins.
 */
final class OutsideTraces implements Adapter {

    private static final List<String> DROPPED = List.of("traceparent", "tracestate", "baggage", "b3", "x-b3-",
            "x-datadog-", "ot-", "ot-baggage-", "uber-trace-id", "uberctx-");

    private final Adapter tomcat;
    private final String edgeHeader;

    OutsideTraces(Adapter tomcat, String edgeHeader) {
        this.tomcat = tomcat;
        this.edgeHeader = edgeHeader;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        MimeHeaders headers = request.getMimeHeaders();
        if (headers.getValue(edgeHeader) != null) {
            drop(headers);
        }
        tomcat.service(request, response);
    }

    private static void drop(MimeHeaders headers) {
        List<String> names = IntStream.range(0, headers.size()).mapToObj(i -> headers.getName(i).toString())
                .filter(OutsideTraces::dropped).toList();
        names.forEach(headers::removeHeader);
    }

    private static boolean dropped(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return DROPPED.stream().anyMatch(d -> d.endsWith("-") ? name.startsWith(d) : name.equals(d));
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return tomcat.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return tomcat.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        tomcat.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        tomcat.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return tomcat.getDomain();
    }
}
