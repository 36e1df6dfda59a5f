// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.testing;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import io.highlands.starter.upstream.FanOut;

/**
 * A service with two upstreams, as small as one can be.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ImportHttpServices(group = "service-x", types = CallerApplication.ServiceX.class)
@ImportHttpServices(group = "service-y", types = CallerApplication.ServiceY.class)
public class CallerApplication {

    /** One upstream. */
    public interface ServiceX {

        @GetExchange("/x")
        Answer x();
    }

    /** The other upstream. */
    public interface ServiceY {

        @GetExchange("/y")
        Answer y();
    }

    /**
     * What both answer.
     *
     * @param value a required member
     */
    public record Answer(String value) {

        public Answer {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * What the fan-out answers.
     *
     * @param x of one
     * @param y of the other
     * @param requestId what the logging context of a call held
     */
    public record Both(String x, String y, String requestId) {}

    /** Its routes. */
    @RestController
    static final class Calls {

        private final ServiceX x;
        private final ServiceY y;
        private final FanOut fanOut;

        Calls(ServiceX x, ServiceY y, FanOut fanOut) {
            this.x = x;
            this.y = y;
            this.fanOut = fanOut;
        }

        @GetMapping("/x")
        Answer x() {
            return x.x();
        }

        @GetMapping("/both")
        Both both() {
            return fanOut.join(() -> x.x().value() + MDC.get("request_id"), () -> y.y().value(),
                    (a, b) -> new Both(a, b, MDC.get("request_id")));
        }

        @GetMapping("/echo")
        Answer echo(@RequestParam(defaultValue = "nothing") String p) {
            return new Answer(p);
        }

        @GetMapping("/headers")
        Map<String, String> headers(HttpServletRequest request) {
            Map<String, String> headers = new TreeMap<>();
            request.getHeaderNames().asIterator().forEachRemaining(n -> headers.put(n, request.getHeader(n)));
            return headers;
        }

        @GetMapping("/broken")
        Answer broken() {
            throw new IllegalStateException("secret detail");
        }
    }
}
